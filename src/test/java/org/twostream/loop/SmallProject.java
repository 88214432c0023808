
package org.twostream.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.net.VaeArchitecture.Variant;
import org.twostream.query.Place;
import org.twostream.query.Query;
import org.twostream.query.Suggestion;
import org.twostream.query.SuggestionTables;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ArraySpec;
import org.twostream.volume.chunked.ChunkedArray;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * A project as the first steps leave it, made without networks: 24 ROIs in a
 * row, of which every third is no object, in four clusters of six, and a batch
 * that asks the first twelve.
 */
public final class SmallProject {

	public static final int ROIS = 24;
	static final int ASKED = 12;
	private static final int LATENT = 6;
	private static final VoxelSize VOXEL = new VoxelSize(8, 8, 30);
	static final Wiring WIRING = new Wiring(new VolumeStores(List.of(
		new ChunkedStore())), name -> {
			throw new UserError(name);
		});

	private final Path folder;
	private final Project project;

	private SmallProject(final Path folder) {
		this.folder = folder;
		this.project = Project.create(folder, WIRING, new ProjectInfo("raw.zarr",
			VOXEL, Target.MITOCHONDRIA, "truth.zarr", "", ""));
	}

	public static SmallProject in(final Path folder) {
		final SmallProject small = new SmallProject(folder);
		small.volumes();
		small.rois();
		small.queries();
		return small;
	}

	Path folder() {
		return folder;
	}

	Project project() {
		return project;
	}

	ActiveLearning steps() {
		return new ActiveLearning(folder, WIRING, Progress.NONE);
	}

	static Compute compute() {
		return new Compute("cpu", 2, new Seed(1), "fp32");
	}

	public RoiTable table() {
		return RoiSet.of(project, "").table();
	}

	/** Whether the truth has an object there. */
	public static boolean isReal(final int row) {
		return row % 3 != 2;
	}

	public static Box box(final int row) {
		return new Box(10L * row + 2, 4, 1, 10L * row + 8, 12, 5);
	}

	private static ChunkedSpec spec(final PixelType type) {
		return ChunkedSpec.of(type, 10L * ROIS, 16, 8).withVoxelSize(VOXEL);
	}

	/** The whole volume with the ids of the ROIs' boxes, 0 for none. */
	private static void write(final Path place, final IntUnaryOperator id) {
		final Box all = new Box(0, 0, 0, 10L * ROIS, 16, 8);
		final long[] ids = new long[(int) all.voxels()];
		for (int i = 0; i < ROIS; i++) {
			final Box b = box(i);
			for (long z = b.zMin(); z < b.zMax(); z++)
				for (long y = b.yMin(); y < b.yMax(); y++)
					for (long x = b.xMin(); x < b.xMax(); x++)
						ids[(int) ((z * 16 + y) * 10 * ROIS + x)] = id.applyAsInt(i);
		}
		try (VolumeWriter out = ChunkedWriter.create(place, spec(
			PixelType.UINT64)))
		{
			out.write(0, all, ids);
		}
	}

	/** A prediction that is sure of some boxes and of nothing else. */
	void predict(final Path place, final Box... boxes) {
		predict(place, 0, List.of(), 0, List.of(), boxes);
	}

	/** With some faint boxes, 0..255, and some fainter ones. */
	void predict(final Path place, final int faint, final List<Box> faintBoxes,
		final int fainter, final List<Box> fainterBoxes, final Box... boxes)
	{
		final byte[] voxels = new byte[10 * ROIS * 16 * 8];
		fill(voxels, 255, List.of(boxes));
		fill(voxels, faint, faintBoxes);
		fill(voxels, fainter, fainterBoxes);
		try (VolumeWriter out = ChunkedWriter.create(place, spec(
			PixelType.UINT8)))
		{
			out.write(0, out.info().box(), voxels);
		}
	}

	private static void fill(final byte[] voxels, final int value,
		final List<Box> boxes)
	{
		for (final Box b : boxes)
			for (long z = b.zMin(); z < b.zMax(); z++)
				for (long y = b.yMin(); y < b.yMax(); y++)
					for (long x = b.xMin(); x < b.xMax(); x++)
						voxels[(int) ((z * 16 + y) * 10 * ROIS + x)] = (byte) value;
	}

	/** Random embeddings: where there are no clusters, any seed finds others. */
	void encode() {
		try (Pending pending = project.begin(Kind.ENCODERS, new Json().put("step",
			"encode").put("rois", "001")))
		{
			final EncoderSet set = new EncoderSet(pending.folder(), "001",
				Variant.PAPER, LATENT, LATENT);
			for (final String stream : List.of(EncoderSet.MASK, EncoderSet.IMAGE)) {
				final float[] rows = new float[ROIS * LATENT];
				final var random = new Seed(5).of(stream).random();
				for (int i = 0; i < rows.length; i++)
					rows[i] = (float) random.nextDouble();
				try (ChunkedArray array = ChunkedArray.create(set.embedding(stream),
					ArraySpec.of(PixelType.FLOAT32, List.of((long) ROIS, (long) LATENT),
						List.of(ROIS, LATENT))))
				{
					array.writeRows(0, ROIS, rows);
				}
			}
			set.describe(new Json());
			pending.finish(new Json().put("rois", ROIS), Map.of());
		}
	}

	/** A batch that asks all ROIs of the newest proposal, in one cluster. */
	void ask() {
		ask(project);
	}

	static void ask(final Project project) {
		final RoiSet rois = RoiSet.of(project, "");
		final List<Place> places = new ArrayList<>();
		final List<Query> queries = new ArrayList<>();
		for (int i = 0; i < rois.table().size(); i++) {
			places.add(new Place(0, 0, 0, i, 1));
			queries.add(new Query(i, i + 1, places.get(i), "why"));
		}
		queries(project, rois.id(), places, queries);
	}

	private void volumes() {
		try (VolumeWriter raw = ChunkedWriter.create(folder.resolve("raw.zarr"),
			spec(PixelType.UINT8)))
		{
			raw.sync();
		}
		write(folder.resolve("truth.zarr"), i -> isReal(i) ? 100 + i : 0);
	}

	private void rois() {
		final Json settings = new Json().put("step", "propose").put("threshold",
			0.5).put("prediction", "");
		try (Pending pending = project.begin(Kind.ROIS, settings)) {
			write(pending.folder().resolve(RoiSet.LABELS), i -> i + 1);
			final List<Roi> rois = new ArrayList<>();
			for (int i = 0; i < ROIS; i++) {
				final Box b = box(i);
				rois.add(new Roi(i + 1, b, 8 * (b.xMin() + 2.5), 8 * 7.5, 30 * 2.5, b
					.voxels(), 0.9, 1, 2, 0, false, false, String.format("%016x", i +
						7)));
			}
			new RoiTable(VOXEL, rois).write(pending.folder().resolve(RoiSet.TABLE));
			pending.finish(new Json().put("rois", ROIS).put("patch_nm", 400), Map
				.of());
		}
	}

	private void queries() {
		final List<Place> places = new ArrayList<>();
		final List<Query> queries = new ArrayList<>();
		for (int i = 0; i < ROIS; i++)
			places.add(new Place(i / 6, 0, i / 6, i < ASKED ? i : -1, 1));
		for (int i = 0; i < ASKED; i++)
			queries.add(new Query(i, i + 1, places.get(i), "why " + i));
		queries(project, "001", places, queries);
	}

	private static void queries(final Project project, final String rois,
		final List<Place> places, final List<Query> queries)
	{
		final Json settings = new Json().put("step", "suggest").put("rois", rois)
			.put("encoders", "001").put("strategy", "hierarchical").put("test_share",
				0).put("round", 0);
		try (Pending pending = project.begin(Kind.QUERIES, settings)) {
			SuggestionTables.write(new Suggestion("hierarchical", queries, places,
				List.of()), RoiSet.of(project, "").ids(), pending.folder().resolve(
					pending.id() + ".tsv"), pending.folder().resolve(pending.id() +
						".clusters.tsv"));
			pending.finishFiles(new Json().put("queries", queries.size()), Map.of(),
				List.of(".clusters.tsv", ".tsv"));
		}
	}
}
