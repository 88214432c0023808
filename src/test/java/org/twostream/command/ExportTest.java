
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.Tsv;
import org.twostream.loop.SmallProject;
import org.twostream.review.Anchor;
import org.twostream.review.Find;
import org.twostream.review.Journal;
import org.twostream.review.Purpose;
import org.twostream.review.Verdict;
import org.twostream.review.session.AnswerColours;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedStore;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.measure.ResultsTable;

/** What other programs are given, through the shell and a macro. */
class ExportTest {

	@TempDir
	Path folder;

	private SmallProject small;

	@BeforeEach
	void answer() {
		small = SmallProject.in(folder);
		try (Journal ann = Journal.open(folder.resolve("verdicts"), "Ann");
				Journal bob = Journal.open(folder.resolve("verdicts"), "Bob"))
		{
			final Verdict undone = ann.record(entry(0, Answer.FALSE, "mis-click"));
			ann.undo(undone);
			for (int row = 0; row < 12; row++)
				ann.record(entry(row, SmallProject.isReal(row) ? Answer.TRUE
					: Answer.FALSE, "tab\there"));
			bob.record(entry(1, Answer.FALSE, ""));
			final Anchor place = new Anchor(new Box(5, 5, 5, 6, 6, 6), 40, 40, 150,
				"", 0, "001");
			bob.record(new Journal.Entry(place, Answer.TRUE, "", "001", "", -1,
				Purpose.MISSED, Optional.of(new Find(5, 5, 5, "001", 0))));
		}
	}

	private Journal.Entry entry(final int row, final Answer answer,
		final String reason)
	{
		return new Journal.Entry(Anchor.of(small.table().get(row), "001"), answer,
			reason, "001", "encoders/001", 1200);
	}

	/** The file that an export names first. */
	private Path export(final String... keys) {
		return Path.of(value("file", run("export", keys)));
	}

	private String run(final String step, final String... keys) {
		final List<String> words = new ArrayList<>(List.of(step, "project=" +
			folder));
		words.addAll(List.of(keys));
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		assertEquals(0, new Shell(new PrintStream(out, true,
			StandardCharsets.UTF_8), new PrintStream(err, true,
				StandardCharsets.UTF_8), false).run(words.toArray(new String[0])), err
					.toString(StandardCharsets.UTF_8));
		return out.toString(StandardCharsets.UTF_8);
	}

	private static String value(final String key, final String output) {
		return output.lines().filter(l -> l.startsWith(key + "\t")).findFirst()
			.orElseThrow().substring(key.length() + 1);
	}

	@Test
	void filterLeavesOutRois() {
		final Tsv some = Tsv.read(export("format=results", "include=all",
			"filter=id>=5,id<8"));
		assertEquals(3, some.size());
		assertEquals(5, some.integer(0, "roi"));
		assertEquals(0, Tsv.read(export("format=results",
			"filter=id>=5,id<8,one_sided=yes")).size());
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		assertEquals(2, new Shell(new PrintStream(new ByteArrayOutputStream(), true,
			StandardCharsets.UTF_8), new PrintStream(err, true,
				StandardCharsets.UTF_8), false).run("export", "project=" + folder,
					"format=mobie", "filter=id>5"));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("has all ROIs"));
	}

	@Test
	void tsvHoldsEveryEvent() {
		final Path file = export("format=tsv");
		assertEquals(folder.toAbsolutePath().resolve("export/001/verdicts.tsv"),
			file);
		final Tsv events = Tsv.read(file);
		assertEquals(16, events.size());
		assertEquals("no", events.get(0, "stands"));
		assertEquals("undo", events.get(1, "event"));
		assertEquals(events.get(0, "uuid"), events.get(1, "undoes"));
		assertEquals("tab here", events.get(2, "reason"));
		assertEquals("1", events.get(2, "rois"));
		assertEquals("carried", events.get(2, "fate"));
		assertEquals("5,5,5", events.get(15, "marked_px"));
		final Tsv rois = Tsv.read(file.resolveSibling("rois.tsv"));
		assertEquals(12, rois.size());
		assertEquals("tie", rois.get(1, "answer"));
		assertEquals(1, rois.integer(1, "votes_false"));
	}

	@Test
	void whatWasDecidedIsExportedToo() {
		run("apply");
		final Tsv rois = Tsv.read(export("format=results", "include=all"));
		assertEquals(SmallProject.ROIS, rois.size());
		assertEquals("verdict", rois.get(2, "source"));
		assertEquals("False", rois.get(2, "answer"));
		assertEquals("default", rois.get(20, "source"));
		assertEquals("cluster", rois.get(1, "source"),
			"the tie follows the others");
	}

	@Test
	void omeZarrHasTheLabelsInSeveralResolutions() {
		final Path zarr = export("format=ome-zarr");
		final VolumeStores stores = new VolumeStores(List.of(new ChunkedStore()));
		try (EmVolume labels = stores.open(folder.resolve("rois/001/labels.zarr")
			.toString()); EmVolume full = stores.open(zarr.toString()))
		{
			assertArrayEquals(labels.ids(0, labels.info().box()), full.ids(0, full
				.info().box()));
			assertEquals(labels.info().voxelSize(), full.info().voxelSize());
		}
	}

	@Test
	void meshesLieWhereTheRoisDo() throws IOException {
		final Path meshes = export("format=meshes", "mesh_error_nm=1");
		assertEquals(12, Files.list(meshes).filter(f -> f.toString().endsWith(
			".ply")).count());
		final byte[] ply = Files.readAllBytes(meshes.resolve("3.ply"));
		final String text = new String(ply, StandardCharsets.US_ASCII);
		final int n = Integer.parseInt(text.replaceAll(
			"(?s).*element vertex (\\d+).*", "$1"));
		final ByteBuffer corners = ByteBuffer.wrap(ply, text.indexOf(
			"end_header\n") + 11, 12 * n).order(ByteOrder.LITTLE_ENDIAN);
		final float[] most = new float[3];
		final float[] least = { 1e9f, 1e9f, 1e9f };
		for (int i = 0; i < 3 * n; i++) {
			final float p = corners.getFloat();
			most[i % 3] = Math.max(most[i % 3], p);
			least[i % 3] = Math.min(least[i % 3], p);
		}
		final Box box = small.table().get(2).box();
		assertArrayEquals(new float[] { 8 * box.xMin(), 8 * box.yMin(), 30 * box
			.zMin() }, least, 1);
		assertArrayEquals(new float[] { 8 * box.xMax(), 8 * box.yMax(), 30 * box
			.zMax() }, most, 1);
	}

	@Test
	void mobieHasOneRowPerLabelInNm() {
		final Tsv table = Tsv.read(export("format=mobie"));
		assertEquals(List.of("label_id", "anchor_x", "anchor_y", "anchor_z",
			"bb_min_x", "bb_min_y", "bb_min_z", "bb_max_x", "bb_max_y", "bb_max_z"),
			table.columns().subList(0, 10));
		assertEquals(List.of(), table.comments(), "MoBIE reads the first line");
		assertEquals(SmallProject.ROIS, table.size());
		assertEquals(3, table.integer(2, "label_id"));
		assertEquals(8 * 24.5, table.number(2, "anchor_x"));
		assertEquals(8 * 21.5, table.number(2, "bb_min_x"));
		assertEquals(30 * 4.5, table.number(2, "bb_max_z"));
		assertEquals("", table.get(20, "answer"));
	}

	@Test
	void neuroglancerHasABoxPerRoi() {
		final Json state = Json.read(export("format=neuroglancer"));
		final Json layer = state.objects("layers").get(0);
		assertEquals("annotation", layer.string("type"));
		assertEquals("annotations", layer.string("name"));
		final List<Json> boxes = layer.objects("annotations");
		assertEquals(13, boxes.size());
		assertEquals("axis_aligned_bounding_box", boxes.get(2).string("type"));
		assertEquals(22, boxes.get(2).numbers("pointA")[0]);
		assertEquals(28, boxes.get(2).numbers("pointB")[0]);
		assertEquals(5, boxes.get(2).numbers("pointB")[2]);
		assertEquals("point", boxes.get(12).string("type"));
		assertTrue(state.pretty().replaceAll("\\s", "").contains(
			"\"z\":[3.0E-8,\"m\"]"), state.pretty().substring(0, 200));
	}

	private static List<Roi> rois(final Path zip) throws IOException {
		final List<Roi> rois = new ArrayList<>();
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry())
				rois.add(new RoiDecoder(in.readAllBytes(), e.getName()).getRoi());
		}
		return rois;
	}

	@Test
	void roiManagerHasOutlinesInTheBestSection() throws IOException {
		final List<Roi> rois = rois(export("format=roi-manager"));
		assertEquals(12, rois.size());
		for (int i = 0; i < rois.size(); i++) {
			final Box b = SmallProject.box(i);
			assertEquals(new java.awt.Rectangle((int) b.xMin(), (int) b.yMin(), 6, 8),
				rois.get(i).getBounds());
			assertEquals(48, rois.get(i).getContainedPoints().length);
			assertEquals(3, rois.get(i).getPosition(), "section 2 counted from 1");
		}
		assertEquals("00003 False", rois.get(2).getName());
		assertEquals(new Color(AnswerColours.FALSE), rois.get(2).getStrokeColor());
	}

	@Test
	void theRoiManagerIsBounded() throws IOException {
		final String said = run("export", "format=roi-manager", "include=all",
			"limit=7");
		assertTrue(value("warning", said).contains("only the first 7 of 24"), said);
		assertEquals(7, rois(Path.of(value("file", said))).size());
		assertFalse(run("export", "format=roi-manager", "include=all").contains(
			"warning"));
	}

	@Test
	void aMacroGetsTheResultsTable() throws IOException {
		MacroRunner.installMenu();
		MacroRunner.run("run(\"Export Verdicts...\", \"project=[" + folder +
			"] format=results\");", "");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(12, table.size());
		assertEquals("False", table.getStringValue("answer", 2));
		assertEquals(3, table.getValue("Slice", 2));
	}

	@Test
	void theStateOfAnEarlierMomentCanBeExported() {
		assertEquals(0, Tsv.read(export("format=results",
			"until=2020-01-01T00:00:00Z")).size());
	}
}
