
package org.twostream.review.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.twostream.query.map.EmbeddingMap;

/** A line drawn around points, closed from its end to its beginning. */
public final class Lasso {

	private final List<double[]> corners = new ArrayList<>();

	/** Goes on to a place, pixels. */
	public void add(final double x, final double y) {
		corners.add(new double[] { x, y });
	}

	/** Its corners in order, {x, y} in pixels. */
	public List<double[]> corners() {
		return List.copyOf(corners);
	}

	/** Whether a place lies inside, by the even-odd rule. */
	public boolean holds(final double x, final double y) {
		boolean inside = false;
		for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
			final double[] a = corners.get(i);
			final double[] b = corners.get(j);
			if (a[1] > y != b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] -
				a[1]) + a[0]) inside = !inside;
		}
		return inside;
	}

	/** Rows of the ROIs inside. */
	public Set<Integer> rows(final EmbeddingMap map, final MapView view) {
		final Set<Integer> rows = new TreeSet<>();
		for (int i = 0; i < map.size(); i++)
			if (holds(view.screenX(map.x()[i]), view.screenY(map.y()[i]))) rows.add(
				map.rows()[i]);
		return rows;
	}
}
