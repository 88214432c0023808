
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.embed.PatchSource;
import org.twostream.embed.VaeCurve;
import org.twostream.review.Anchor;
import org.twostream.review.Journal;
import org.twostream.roi.RoiTable;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ArraySpec;
import org.twostream.volume.chunked.ChunkedArray;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/** encode and refine with real, short encoders on a project of 24 ROIs. */
class EncodersTest {

	private static final EncodeOptions ENCODE = new EncodeOptions("", "released",
		2, 3, 1, 8, 2, SmallProject.compute());

	@TempDir
	static Path encoded;

	@TempDir
	Path folder;

	private Project project;

	@BeforeAll
	static void encode() {
		final SmallProject small = SmallProject.in(encoded.resolve("p"));
		patches(RoiSet.of(small.project(), "").folder().resolve(RoiSet.PATCHES));
		final List<String> points = new ArrayList<>();
		small.steps().encode(ENCODE, stream -> (curve, shown) -> points.add(stream +
			shown.patches().size(0)));
		assertTrue(points.contains("mask8") && points.contains("image8"));
	}

	@BeforeEach
	void copy() throws IOException {
		Folders.copy(encoded.resolve("p"), folder.resolve("p"));
		project = Project.open(folder.resolve("p"), SmallProject.WIRING);
	}

	/** A real ROI shows a disc, the others stripes; masks are squares. */
	private static void patches(final Path place) {
		final int n = PatchSource.PIXELS;
		final byte[] all = new byte[SmallProject.ROIS * 2 * n];
		for (int i = 0; i < all.length; i++) {
			final int row = i / (2 * n);
			final int x = i % 112 - 56;
			final int y = i % n / 112 - 56;
			if (i / n % 2 == 1) all[i] = (byte) (Math.max(Math.abs(x), Math.abs(
				y)) < 20 + row ? 1 : 0);
			else if (SmallProject.isReal(row)) all[i] = (byte) (x * x + y * y < 400 +
				40 * row ? 200 : 90);
			else all[i] = (byte) (x / 8 % 2 == 0 ? 160 : 60 + row);
		}
		try (ChunkedArray array = ChunkedArray.create(place, ArraySpec.of(
			PixelType.UINT8, List.of((long) SmallProject.ROIS, 2L, 112L, 112L), List
				.of(16, 2, 112, 112))))
		{
			array.writeRows(0, SmallProject.ROIS, all);
		}
	}

	private ActiveLearning steps() {
		return new ActiveLearning(project.folder(), SmallProject.WIRING,
			Progress.NONE);
	}

	private void answer(final Answer... answers) {
		final RoiSet rois = RoiSet.of(project, "");
		try (Journal journal = Journal.open(Answers.journals(project), "Ann")) {
			for (int row = 0; row < answers.length; row++)
				journal.record(new Journal.Entry(Anchor.of(rois.table().get(row),
					"001"), answers[row], "", "001", "", -1));
		}
	}

	private void answerSix() {
		answer(Answer.TRUE, Answer.TRUE, Answer.FALSE, Answer.TRUE, Answer.TRUE,
			Answer.FALSE);
	}

	private static RefineOptions refining(final String refine,
		final String anchors, final String initial)
	{
		return new RefineOptions("", refine, anchors, initial, 2, 2, SmallProject
			.compute());
	}

	private float[][] embedding(final String encoders, final String stream) {
		final var rows = EncoderSet.of(project, encoders).embeddings();
		final var matrix = stream.equals(EncoderSet.MASK) ? rows.mask() : rows
			.image();
		final float[][] copy = new float[matrix.rows()][];
		for (int i = 0; i < copy.length; i++)
			copy[i] = matrix.row(i);
		return copy;
	}

	private boolean same(final String a, final String b, final String stream) {
		return java.util.Arrays.deepEquals(embedding(a, stream), embedding(b,
			stream));
	}

	private String refusal(final RefineOptions o) throws IOException {
		final String message = assertThrows(UserError.class, () -> steps().refine(
			o)).getMessage();
		try (Stream<Path> made = Files.list(project.folder().resolve("encoders"))) {
			assertFalse(made.anyMatch(p -> p.getFileName().toString().startsWith(
				"002")));
		}
		return message;
	}

	@Test
	void encodersSayWhatTheyAreAndShowHowTheyLearned() {
		final Path made = project.path(Kind.ENCODERS, "001");
		final Json model = Json.read(made.resolve("model.json"));
		assertEquals("released", model.string("vae"));
		assertEquals(112, model.integer("patch_px"));
		for (final String stream : List.of("mask", "image")) {
			assertFalse(VaeCurve.fromJson(model.objects(stream + "_curve")).points()
				.isEmpty());
			for (final String figure : List.of("l1", "kl", "reconstructions"))
				assertTrue(Files.exists(made.resolve(stream + "-" + figure + ".png")));
		}
		// curves, pictures; no reconstructions without their file
		assertEquals(6, EncoderFigures.read(made).size());
		assertEquals("001", steps().encode(ENCODE).id());
	}

	@Test
	void refiningChangesOnlyTheEncoderThatLearnsAndIsRepeatable()
		throws IOException
	{
		answerSix();
		assertEquals("002", steps().refine(refining("image", "random", "auto"))
			.id());
		assertTrue(same("001", "002", EncoderSet.MASK));
		assertFalse(same("001", "002", EncoderSet.IMAGE));
		assertEquals("003", steps().refine(new RefineOptions("001", "both", "hard",
			"no", 2, 2, SmallProject.compute())).id());
		assertFalse(same("001", "003", EncoderSet.MASK));
		assertFalse(same("002", "003", EncoderSet.IMAGE));
		final float[][] before = embedding("003", EncoderSet.MASK);
		Folders.remove(project.path(Kind.ENCODERS, "003"));
		Files.delete(project.folder().resolve("encoders/003.json"));
		steps().refine(new RefineOptions("001", "both", "hard", "no", 2, 2,
			SmallProject.compute()));
		assertArrayEquals(before, embedding("003", EncoderSet.MASK));
		final Json model = Json.read(project.path(Kind.ENCODERS, "003").resolve(
			"model.json"));
		assertTrue(model.has("triplet_curve") && model.has("mask_triplet_curve"));
	}

	@Test
	void refiningRefusesWithoutBothAnswers() throws IOException {
		assertEquals(
			"Refining an encoder needs True and False answers, and there are 0 True and 0 False; review more queries first.",
			refusal(refining("image", "random", "auto")));
		answer(Answer.TRUE, Answer.TRUE);
		assertTrue(refusal(refining("both", "random", "no")).contains(
			"2 True and 0 False"));
		assertTrue(refusal(refining("image", "random", "yes")).contains(
			"knows none; give initial=no"));
	}

	@Test
	void beforeAnyAnswerTheInitialVolumeTeaches() throws IOException {
		final Path home = project.folder().toAbsolutePath();
		final ChunkedSpec spec = ChunkedSpec.of(PixelType.UINT8, 120, 90, 8);
		final Box all = new Box(0, 0, 0, 120, 90, 8);
		final byte[] grey = new byte[(int) all.voxels()];
		final byte[] labels = new byte[grey.length];
		for (int i = 0; i < grey.length; i++) {
			final int x = i % 120;
			final int y = i / 120 % 90;
			labels[i] = (byte) (x % 60 < 20 && y % 45 < 14 ? 1 : 0);
			grey[i] = (byte) (labels[i] == 1 ? 50 + x % 7 * 9 : 150 + y % 40);
		}
		for (final String name : List.of("initial_raw", "initial_labels"))
			try (VolumeWriter out = ChunkedWriter.create(home.resolve(name + ".zarr"),
				spec))
			{
				out.write(0, all, name.equals("initial_raw") ? grey : labels);
			}
		project.info().withInitial("initial_raw.zarr", "initial_labels.zarr").json()
			.write(home.resolve("project.json"));
		project = Project.open(home, SmallProject.WIRING);
		assertTrue(refusal(refining("both", "random", "yes")).contains(
			"0 True and 0 False"));
		final StepResult made = steps().refine(refining("image", "random", "auto"));
		assertEquals("0 and 0", made.summary().get("true_and_false"));
		assertTrue(same("001", "002", EncoderSet.MASK));
		assertFalse(same("001", "002", EncoderSet.IMAGE));
		assertFalse(Files.exists(made.path().resolve("initial.zarr")));
		try (InitialPatches initial = new InitialPatches(project)) {
			assertEquals(4, initial.objects(folder, 400, 1, Progress.NONE)
				.real().length);
		}
	}

	@Test
	void encodersForOtherPatchesAreRefused() throws IOException {
		final Path model = project.path(Kind.ENCODERS, "001").resolve("model.json");
		Files.writeString(model, Files.readString(model).replace("112", "128"));
		assertEquals(
			"Encoders 001 were made for patches of 128 x 128 pixels, and patches here have 112 x 112; run encode again.",
			refusal(refining("image", "random", "auto")));
	}

	@Test
	void oneRoiIsTooFewToEncode() {
		final RoiSet rois = RoiSet.of(project, "");
		new RoiTable(rois.table().voxelSize(), List.of(rois.table().get(0))).write(
			rois.folder().resolve(RoiSet.TABLE));
		final String message = assertThrows(UserError.class, () -> steps().encode(
			new EncodeOptions("", 2, 2, 1, 8, SmallProject.compute()))).getMessage();
		assertTrue(message.startsWith("ROI set 001 holds 1 ROI,"), message);
		assertFalse(Files.exists(project.folder().resolve("encoders/002.partial")));
	}

	@Test
	void unknownWordsAreRefused() {
		for (final String[] words : new String[][] { { "images", "random", "no" }, {
			"image", "easy", "no" }, { "image", "hard", "maybe" }, { "mask", "hard",
				"yes" } })
			assertThrows(UserError.class, () -> refining(words[0], words[1],
				words[2]));
		assertThrows(UserError.class, () -> new EncodeOptions("", "papers", 0, 0, 0,
			0, 0, SmallProject.compute()));
	}
}
