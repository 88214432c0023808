
package org.twostream.review.scene;

/**
 * What three planes show together: they meet in one place, which is in the
 * middle of each. Only sections are turned.
 *
 * @param centre where the planes meet
 * @param angle degrees by which the section is turned, as
 *          {@link org.twostream.roi.Roi#angle()}; 0 for as it is stored
 * @param nmPerPixel of all planes
 */
public record Viewpoint(Point centre, double angle, double nmPerPixel) {

	private static final double FINEST_NM = 0.05;

	/** A plane on a screen of this size. */
	public PlaneView view(final PlaneAxis axis, final int width,
		final int height)
	{
		return new PlaneView(axis, centre, axis == PlaneAxis.XY ? angle : 0,
			nmPerPixel, width, height);
	}

	/** Some planes further along an axis, as far as the volume reaches. */
	public Viewpoint scrolled(final PlaneAxis plane, final long planes,
		final VoxelGrid grid)
	{
		final int axis = plane.normal();
		final long at = Math.round(centre.along(axis) / grid.edge(axis)) + planes;
		return at(centre.with(axis, Math.max(0, Math.min(grid.length(axis) - 1,
			at)) * grid.edge(axis)), grid);
	}

	/** With another centre, moved into the volume where it is not. */
	public Viewpoint at(final Point place, final VoxelGrid grid) {
		return new Viewpoint(grid.inside(place), angle, nmPerPixel);
	}

	/** Otherwise turned. */
	public Viewpoint turned(final double degrees) {
		return new Viewpoint(centre, degrees, nmPerPixel);
	}

	/** After the plane was dragged by so many pixels. */
	public Viewpoint dragged(final PlaneView plane, final double right,
		final double down, final VoxelGrid grid)
	{
		return at(plane.at(plane.width() / 2.0 - right, plane.height() / 2.0 -
			down), grid);
	}

	/**
	 * Closer or further, with what is at a pixel left where it is, until a voxel
	 * fills the screen or the volume a quarter of it.
	 *
	 * @param factor above 1 for closer
	 */
	public Viewpoint zoomed(final PlaneView plane, final double right,
		final double down, final double factor, final VoxelGrid grid)
	{
		double longest = 0;
		for (int axis = 0; axis < 3; axis++)
			longest = Math.max(longest, grid.length(axis) * grid.edge(axis));
		final double nm = Math.max(FINEST_NM, Math.min(4 * longest / Math.max(1,
			Math.min(plane.width(), plane.height())), nmPerPixel / factor));
		final Point fixed = plane.at(right, down);
		return new Viewpoint(grid.inside(fixed.plus(centre.minus(fixed).times(nm /
			nmPerPixel))), angle, nm);
	}
}
