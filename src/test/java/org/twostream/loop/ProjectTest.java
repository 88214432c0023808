
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Json;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.VolumeStores;

class ProjectTest {

	private static final Wiring WIRING = new Wiring(new VolumeStores(List.of()),
		name -> {
			throw new UserError(name);
		});

	@TempDir
	Path folder;

	private Project project;

	@BeforeEach
	void create() {
		project = Project.create(folder, WIRING, new ProjectInfo("sample/raw.zarr",
			new VoxelSize(8, 8, 30), Target.MITOCHONDRIA, "", "", ""));
	}

	private static Json settings(final int seed) {
		return new Json().put("step", "encode").put("seed", seed);
	}

	@Test
	void aResultAppearsOnlyWhenWhole() throws IOException {
		try (Pending pending = project.begin(Kind.ENCODERS, settings(1))) {
			assertEquals("001", pending.id());
			Files.writeString(pending.folder().resolve("w"), "x");
			assertEquals(List.of(), project.finished(Kind.ENCODERS));
			pending.finish(new Json().put("loss", 0.5), Map.of("loss", "0.5"));
		}
		assertEquals(List.of("001"), project.finished(Kind.ENCODERS));
		assertEquals("x", Files.readString(project.path(Kind.ENCODERS, "001")
			.resolve("w")));
		assertFalse(Files.exists(folder.resolve("encoders/001.partial")));
		assertEquals(Optional.of("001"), project.find(Kind.ENCODERS, settings(1)));
		assertEquals(Optional.empty(), project.find(Kind.ENCODERS, settings(2)));
		assertEquals(0.5, project.record(Kind.ENCODERS, "001").object("figures")
			.number("loss"));
	}

	@Test
	void theSameSettingsGoOnAndOthersStartAnew() throws IOException {
		try (Pending first = project.begin(Kind.BASE, settings(1))) {
			Files.writeString(first.folder().resolve("state"), "half");
		}
		try (Pending other = project.begin(Kind.BASE, settings(2))) {
			assertEquals("002", other.id());
		}
		try (Pending again = project.begin(Kind.BASE, settings(1))) {
			assertEquals("001", again.id());
			assertEquals("half", Files.readString(again.folder().resolve("state")));
		}
	}

	@Test
	void aResultThatIsBeingMadeIsLeftAlone() {
		try (Pending first = project.begin(Kind.BASE, settings(1));
				Pending second = project.begin(Kind.BASE, settings(1)))
		{
			assertNotEquals(first.id(), second.id());
		}
	}

	@Test
	void innerFoldersAndFilesBecomeTheResult() throws IOException {
		try (Pending pending = project.begin(Kind.PREDICTION, settings(1))) {
			Files.createDirectory(pending.folder().resolve("volume.zarr"));
			pending.finish(new Json(), Map.of(), "volume.zarr");
		}
		assertTrue(Files.isDirectory(folder.resolve("prediction/001.zarr")));
		try (Pending pending = project.begin(Kind.QUERIES, settings(1))) {
			Files.writeString(pending.folder().resolve("001.tsv"), "q");
			Files.writeString(pending.folder().resolve("001.clusters.tsv"), "c");
			pending.finishFiles(new Json(), Map.of(), List.of(".clusters.tsv",
				".tsv"));
		}
		assertEquals("001", project.require(Kind.QUERIES, "1", "suggest"));
		assertFalse(Files.exists(folder.resolve("queries/001.partial")));
	}

	@Test
	void refusals() throws IOException {
		assertThrows(UserError.class, () -> project.require(Kind.BASE, "",
			"train"));
		assertThrows(UserError.class, () -> project.require(Kind.BASE, "7",
			"train"));
		assertThrows(UserError.class, () -> NewProject.open(folder, WIRING,
			new Source("", "8,8,31", "")));
		assertThrows(UserError.class, () -> NewProject.open(folder, WIRING,
			new Source("", "", "cleft")));
		assertThrows(UserError.class, () -> NewProject.open(folder.resolve("none"),
			WIRING, Source.NONE));
		final Path file = folder.resolve("project.json");
		Files.writeString(file, Files.readString(file).replace(
			"\"format_version\": 1", "\"format_version\": 2"));
		assertTrue(assertThrows(UserError.class, () -> Project.open(folder, WIRING))
			.getMessage().contains("newer"));
	}

	@Test
	void relativeUrisFollowTheProject() {
		assertEquals(folder.toAbsolutePath().resolve("sample/raw.zarr").toString(),
			project.uri("sample/raw.zarr"));
		assertTrue(project.uri("sample/a.h5?volumes/raw").endsWith(
			"sample/a.h5?volumes/raw"));
	}
}
