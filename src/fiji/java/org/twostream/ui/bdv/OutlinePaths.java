
package org.twostream.ui.bdv;

import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;

import org.twostream.review.scene.Outline;
import org.twostream.review.scene.ScreenOutlines;

/**
 * Outlines as they are drawn.
 *
 * @param found of which they were made
 * @param byRow those of each row, in pixels of the view that was looked at
 */
record OutlinePaths(ScreenOutlines.Found found, Map<Integer, Path2D> byRow) {

	static OutlinePaths of(final ScreenOutlines.Found found) {
		final Map<Integer, Path2D> byRow = new HashMap<>();
		for (final Outline o : found.outlines())
			add(byRow.computeIfAbsent(o.row(), r -> new Path2D.Float()), o);
		return new OutlinePaths(found, byRow);
	}

	private static void add(final Path2D path, final Outline o) {
		path.moveTo((float) o.right()[0], (float) o.down()[0]);
		for (int i = 1; i < o.right().length; i++)
			path.lineTo((float) o.right()[i], (float) o.down()[i]);
		path.closePath();
	}
}
