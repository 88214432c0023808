
package org.twostream.review.page;

import java.util.OptionalInt;

/**
 * Where the tiles of a page lie. A tile is two squares side by side, the image
 * and the image with its mask, in a frame; all are as large as fits, in the
 * middle.
 *
 * @param width of the area for the tiles
 * @param height of the area
 */
public record PageLayout(int width, int height, PageGrid grid) {

	/** Thickness of the frame. */
	public static final int FRAME = 3;

	/** Between the two squares. */
	public static final int DIVIDER = 1;

	private static final int GAP = 6;
	private static final int LEAST = 8;

	/** Edge of each of the two squares. */
	public int side() {
		final int w = (width - GAP) / grid.columns() - GAP - 2 * FRAME - DIVIDER;
		final int h = (height - GAP) / grid.rows() - GAP - 2 * FRAME;
		return Math.max(LEAST, Math.min(w / 2, h));
	}

	private int tileWidth() {
		return 2 * side() + DIVIDER + 2 * FRAME;
	}

	private int tileHeight() {
		return side() + 2 * FRAME;
	}

	// What is left over is shared among the gaps, as far as that looks even.
	private static int step(final int room, final int tiles, final int tile) {
		return tile + Math.max(GAP, Math.min(3 * GAP, (room - tiles * tile) /
			(tiles + 1)));
	}

	private int xStep() {
		return step(width, grid.columns(), tileWidth());
	}

	private int yStep() {
		return step(height, grid.rows(), tileHeight());
	}

	private int left() {
		return Math.max(0, (width - (grid.columns() - 1) * xStep() - tileWidth()) /
			2);
	}

	private int top() {
		return Math.max(0, (height - (grid.rows() - 1) * yStep() - tileHeight()) /
			2);
	}

	/**
	 * @param index of the tile on its page, in the order of reading
	 */
	public TileBounds tile(final int index) {
		return new TileBounds(left() + index % grid.columns() * xStep(), top() +
			index / grid.columns() * yStep(), tileWidth(), tileHeight());
	}

	/** The tile at a point, empty between tiles. */
	public OptionalInt at(final int x, final int y) {
		final int nearest = nearest(x, y);
		return tile(nearest).contains(x, y) ? OptionalInt.of(nearest) : OptionalInt
			.empty();
	}

	/** The tile at or nearest to a point, as while dragging. */
	public int nearest(final int x, final int y) {
		return nearest(x - left(), xStep(), tileWidth(), grid.columns()) + grid
			.columns() * nearest(y - top(), yStep(), tileHeight(), grid.rows());
	}

	private static int nearest(final int at, final int step, final int tile,
		final int n)
	{
		return Math.max(0, Math.min(n - 1, Math.floorDiv(at + (step - tile) / 2,
			step)));
	}
}
