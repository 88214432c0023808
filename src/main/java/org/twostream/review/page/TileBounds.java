
package org.twostream.review.page;

/**
 * Where a tile is drawn, in units of the screen.
 *
 * @param x left edge
 * @param y upper edge
 * @param width with its frame
 * @param height with its frame
 */
public record TileBounds(int x, int y, int width, int height) {

	/** Whether a point lies on it. */
	public boolean contains(final int px, final int py) {
		return px >= x && py >= y && px < x + width && py < y + height;
	}
}
