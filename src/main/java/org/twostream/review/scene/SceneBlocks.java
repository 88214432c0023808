
package org.twostream.review.scene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.twostream.core.VoxelSize;
import org.twostream.review.session.ReviewScene;
import org.twostream.roi.RoiTable;

/**
 * Planes of a scene's volumes, out of blocks that are read on other threads and
 * kept up to a number of bytes: nothing is ever loaded whole. What is asked for
 * comes at once as far as it is here, the rest when it was wanted and has
 * arrived. Thread-safe; nothing here waits for a disk but {@link RoiLocator}.
 */
public final class SceneBlocks implements AutoCloseable {

	/** Label voxels in one view beyond which outlines are not traced. */
	private static final long MOST_LABELS = 4_000_000;
	/** A view gets at most this part of what may be kept. */
	private static final int SHARE = 8;
	private static final long LEAST_BYTES = 64L << 20;
	private static final long MOST_BYTES = 1L << 30;

	private final VoxelGrid grid;
	private final BlockCache cache;
	private final PlaneCutter cutter;
	private final GreyLayers raw;
	private final Optional<GreyLayers> probability;
	private final RowLayer rows;

	/**
	 * @param table of the scene's ROIs
	 * @param capacity bytes of blocks kept
	 * @param threads that read at once
	 * @param failed told why something could not be read, on a thread of this
	 */
	public SceneBlocks(final ReviewScene scene, final RoiTable table,
		final long capacity, final int threads, final Consumer<String> failed)
	{
		final VoxelSize voxel = table.voxelSize();
		grid = new VoxelGrid(voxel, scene.raw().info().box());
		cache = new BlockCache(capacity, threads, failed);
		cutter = new PlaneCutter(cache, grid);
		raw = new GreyLayers(scene.raw(), grid);
		probability = scene.probability().map(p -> new GreyLayers(p, grid));
		rows = new RowLayer(scene.labels(), new RowLabels(table, scene.polarity()));
	}

	/** A quarter of this process's memory, from 64 MiB to 1 GiB. */
	public static long usualCapacity() {
		return Math.max(LEAST_BYTES, Math.min(MOST_BYTES, Runtime.getRuntime()
			.maxMemory() / 4));
	}

	public VoxelGrid grid() {
		return grid;
	}

	/** Bytes of the blocks held. */
	public long bytes() {
		return cache.bytes();
	}

	/** Whether there is a probability to show. */
	public boolean hasProbability() {
		return probability.isPresent();
	}

	/** Collects what a view lacks, to be wanted at once. */
	public static final class Missing {

		final Set<BlockCache.Key> keys = new LinkedHashSet<>();
		/** Of all blocks that were asked for, here or not. */
		private long bytes;

		/** Whether nothing is lacking. */
		public boolean isEmpty() {
			return keys.isEmpty();
		}
	}

	/** Grey values of the raw volume, 0..255. */
	public PlaneCut raw(final PlaneView view, final Missing missing) {
		return grey(raw, view, missing);
	}

	/** Probability, 0..255 for 0..1; empty where there is none. */
	public Optional<PlaneCut> probability(final PlaneView view,
		final Missing missing)
	{
		return probability.map(p -> grey(p, view, missing));
	}

	private PlaneCut grey(final GreyLayers layers, final PlaneView view,
		final Missing missing)
	{
		final GreyLayer layer = affordable(layers, view);
		missing.bytes += bytes(layer, view);
		return cutter.cut(layer, layers.coarserThan(layer), view, missing.keys);
	}

	// What does not fit would be read for ever, each block at the cost of
	// another.
	private GreyLayer affordable(final GreyLayers layers, final PlaneView view) {
		int coarser = 1;
		while (true) {
			final GreyLayer layer = layers.fitting(view, coarser);
			if (bytes(layer, view) <= cache.capacity() / SHARE || coarser >= 1 << 16)
				return layer;
			coarser *= 2;
		}
	}

	/**
	 * Rows of the ROI table at full resolution.
	 *
	 * @return empty if so many voxels are in sight that a box per ROI must do
	 */
	public Optional<PlaneCut> rows(final PlaneView view, final Missing missing) {
		if (view.region(grid).voxels() > MOST_LABELS || bytes(rows, view) > cache
			.capacity() / SHARE) return Optional.empty();
		missing.bytes += bytes(rows, view);
		return Optional.of(cutter.cut(rows, List.of(), view, missing.keys));
	}

	private long bytes(final BlockLayer layer, final PlaneView view) {
		return cutter.keys(layer, view).size() * (long) layer.edge(0) * layer.edge(
			1) * layer.edge(2);
	}

	/**
	 * What a view will need, as far as there is room for it beside what was asked
	 * for before.
	 */
	public void ahead(final PlaneView view, final Missing missing) {
		ahead(affordable(raw, view), view, missing);
		if (view.region(grid).voxels() <= MOST_LABELS) ahead(rows, view, missing);
		probability.ifPresent(p -> ahead(affordable(p, view), view, missing));
	}

	private void ahead(final BlockLayer layer, final PlaneView view,
		final Missing missing)
	{
		final long more = bytes(layer, view);
		if (missing.bytes + more > cache.capacity() / 10 * 9) return;
		missing.bytes += more;
		for (final BlockCache.Key key : cutter.keys(layer, view))
			if (!cache.has(key)) missing.keys.add(key);
	}

	/**
	 * Reads what is missing, in its order, and what this client wanted before no
	 * longer.
	 *
	 * @param client clients take turns
	 * @param arrived told after each block, on the thread that read it, and at
	 *          once if one has come since it was missing; should only note it
	 */
	public void want(final Object client, final Missing missing,
		final Runnable arrived)
	{
		cache.want(client, missing.keys, arrived);
	}

	/** Finds ROIs, through the same blocks. */
	public RoiLocator locator() {
		return new RoiLocator(cache, rows, grid);
	}

	/** ROIs in planes that lie askew, out of the same blocks. */
	public AskewPlane askew() {
		return new AskewPlane(cache, rows, grid);
	}

	@Override
	public void close() {
		cache.close();
	}
}
