
package org.twostream.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import org.twostream.core.AtomicFile;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.phantom.Phantom;
import org.twostream.phantom.PhantomSettings;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * {@code sample}: a phantom with truth becomes a project. The initial labelled
 * volume is other tissue of the same kind.
 */
final class SampleStep {

	static final String FOLDER = "sample";

	private final Path folder;
	private final Wiring wiring;
	private final Progress progress;

	SampleStep(final Path folder, final Wiring wiring, final Progress progress) {
		this.folder = folder;
		this.wiring = wiring;
		this.progress = progress;
	}

	private static Json settings(final SampleOptions o) {
		return new Json().put("step", "sample").put("size", o.xSize() + "," + o
			.ySize() + "," + o.zSize()).put("initial_sections", o.initialSections())
			.put("voxel_nm", o.voxelSize().text()).put("target", o.target().text())
			.put("seed", o.seed().value());
	}

	StepResult run(final SampleOptions o) {
		if (o.initialSections() < 0) throw new UserError("initial_sections=" + o
			.initialSections() + " is negative; give 0 for no initial volume.");
		final Path home = folder.resolve(FOLDER);
		final Path note = home.resolve("settings.json");
		final Json settings = settings(o);
		final boolean same = Files.exists(note) && Json.read(note).equals(settings);
		if (!same && (Files.exists(note) || Files.exists(folder.resolve(
			"project.json")))) throw new UserError(folder +
				" already holds a project of other settings; choose another folder or delete it first.");
		if (!same) settings.write(note);
		final Phantom main = phantom(o, o.zSize(), o.seed());
		volume(home, "raw", PixelType.UINT8, main, o, (w, p) -> main.writeRaw(w, o
			.threads(), p), progress.part(0, 0.6));
		volume(home, "truth", PixelType.UINT64, main, o, (w, p) -> main.writeLabels(
			o.target(), w, o.threads(), p), progress.part(0.6, 0.7));
		final boolean initial = o.initialSections() > 0;
		if (initial) {
			final Phantom other = phantom(o, o.initialSections(), o.seed().of(
				"initial volume"));
			volume(home, "initial_raw", PixelType.UINT8, other, o, (w, p) -> other
				.writeRaw(w, o.threads(), p), progress.part(0.7, 0.95));
			volume(home, "initial_labels", PixelType.UINT64, other, o, (w, p) -> other
				.writeLabels(o.target(), w, o.threads(), p), progress.part(0.95, 1));
		}
		Project.create(folder, wiring, new ProjectInfo(uri("raw"), o.voxelSize(), o
			.target(), uri("truth"), initial ? uri("initial_raw") : "", initial ? uri(
				"initial_labels") : ""));
		final Map<String, String> summary = new LinkedHashMap<>();
		summary.put("voxels", o.xSize() + " x " + o.ySize() + " x " + o.zSize());
		summary.put("voxel_nm", o.voxelSize().text());
		summary.put("target", o.target().text());
		return new StepResult("sample", "", folder, summary);
	}

	private static String uri(final String name) {
		return FOLDER + "/" + name + ".zarr";
	}

	private static Phantom phantom(final SampleOptions o, final long sections,
		final Seed seed)
	{
		return new Phantom(new PhantomSettings(o.xSize(), o.ySize(), sections, o
			.voxelSize(), o.target(), seed));
	}

	/** Writes one volume under another name and renames it when it is whole. */
	private void volume(final Path home, final String name, final PixelType type,
		final Phantom phantom, final SampleOptions o,
		final BiConsumer<VolumeWriter, Progress> content, final Progress part)
	{
		final Path whole = home.resolve(name + ".zarr");
		if (Files.exists(whole)) return;
		final Path partial = home.resolve(name + ".partial.zarr");
		try {
			Folders.delete(partial);
			try (VolumeWriter writer = ChunkedWriter.create(partial, ChunkedSpec.of(
				type, phantom.box().xSize(), phantom.box().ySize(), phantom.box()
					.zSize()).withVoxelSize(o.voxelSize()).withName(name)))
			{
				content.accept(writer, part);
			}
			Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(whole, e);
		}
	}
}
