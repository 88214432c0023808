
package org.twostream.review.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.twostream.core.Box;
import org.twostream.review.BoxIndex;
import org.twostream.review.session.MissedMark;
import org.twostream.review.session.ReviewScene;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;

/** The outlines of ROIs in a plane. Immutable. */
public final class Outlines {

	/** Boxes in one view beyond which none are drawn. */
	private static final int MOST_BOXES = 50_000;

	private final RoiTable table;
	private final BoxIndex boxes;

	public Outlines(final RoiTable table) {
		this.table = table;
		boxes = new BoxIndex(table);
	}

	/**
	 * The outlines of all ROIs in sight.
	 *
	 * @param cut of {@link SceneBlocks#rows}; empty: a box for each
	 */
	public List<Outline> in(final PlaneView view, final VoxelGrid grid,
		final Optional<PlaneCut> cut)
	{
		if (cut.isEmpty()) return boxes(view.region(grid));
		final PlaneCut c = cut.get();
		return trace(c.values(), c.width(), c.height()).stream().map(o -> o.moved(c
			.rightMin(), c.downMin(), 1)).toList();
	}

	/** A box for each ROI that a part of a plane may meet. */
	List<Outline> boxes(final PlaneRegion region) {
		return boxes.overlapping(region.box()).stream().limit(MOST_BOXES).map(
			row -> Outline.around(row, PlaneRegion.of(region.axis(), region.index(),
				table.get(row).box()))).toList();
	}

	/**
	 * The outline of one ROI in its best slice, in voxels; {@link BestView} says
	 * where that is on a screen. Reads the mask: not to be called on an event
	 * thread.
	 *
	 * @throws org.twostream.core.UserError if the labels cannot be read
	 */
	public List<Outline> best(final ReviewScene scene, final int row) {
		final Roi roi = table.get(row);
		final Box b = roi.box();
		final RowLabels rows = new RowLabels(table, scene.polarity());
		final long[] ids = scene.labels().ids(0, new Box(b.xMin(), b.yMin(), roi
			.bestSlice(), b.xMax(), b.yMax(), roi.bestSlice() + 1));
		final int[] mask = new int[ids.length];
		for (int i = 0; i < ids.length; i++)
			mask[i] = rows.row(ids[i]) == row ? row : PlaneCut.NO_ROI;
		return trace(mask, (int) b.xSize(), (int) b.ySize()).stream().map(o -> o
			.moved(b.xMin(), b.yMin(), 1)).toList();
	}

	/** The outlines of a missed object in a plane, with row 0; in voxels. */
	public static List<Outline> of(final MissedMark mark, final PlaneView view,
		final VoxelGrid grid)
	{
		return of(mark.box(), mark::mask, view, grid);
	}

	static List<Outline> of(final Box bounds, final Function<Box, byte[]> masks,
		final PlaneView view, final VoxelGrid grid)
	{
		final PlaneRegion sight = view.region(grid);
		final Box box = bounds.intersect(sight.box());
		if (box.isEmpty()) return List.of();
		final byte[] mask = masks.apply(box);
		final PlaneRegion r = PlaneRegion.of(view.axis(), sight.index(), box);
		final int width = (int) r.width();
		final int height = (int) r.height();
		final int[] rows = new int[mask.length];
		for (int v = 0; v < height; v++)
			for (int u = 0; u < width; u++)
				// the mask's y is fastest where x is one voxel
				rows[u + width * v] = mask[view.axis() == PlaneAxis.ZY ? v + height * u
					: u + width * v] == 0 ? PlaneCut.NO_ROI : 0;
		return trace(rows, width, height).stream().map(o -> o.moved(r.rightMin(), r
			.downMin(), 1)).toList();
	}

	/**
	 * Goes round every 4-connected part of every row in a raster, and round its
	 * holes. What is cut off by the raster's border is closed along it.
	 *
	 * @param rows row by row; negative where there is no ROI
	 * @param width points of the raster in a row
	 * @return in points of the raster, whose edges are at halves
	 */
	public static List<Outline> trace(final int[] rows, final int width,
		final int height)
	{
		return new OutlineTracer(rows, width, height).trace();
	}

	/** As {@link #trace}, on the screen that a raster was taken from. */
	public static List<Outline> onScreen(final int[] rows,
		final AskewPlane.Raster raster)
	{
		final List<Outline> outlines = new ArrayList<>();
		for (final Outline o : trace(rows, raster.width(), raster.height()))
			outlines.add(o.moved(raster.step() / 2, raster.step() / 2, raster
				.step()));
		return outlines;
	}
}
