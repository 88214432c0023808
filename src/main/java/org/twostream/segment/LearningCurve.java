
package org.twostream.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.twostream.core.Json;

/**
 * How the loss fell.
 *
 * @param points in the order of their steps
 */
public record LearningCurve(List<Point> points) {

	/**
	 * One point of the curve.
	 *
	 * @param step steps done
	 * @param loss mean training loss of the steps since the point before
	 * @param heldOut loss on windows that are not learned from, empty where it
	 *          was not asked for
	 */
	public record Point(int step, double loss, OptionalDouble heldOut) {

		Json json() {
			final Json json = new Json().put("step", step).put("loss", loss);
			heldOut.ifPresent(v -> json.put("held_out_loss", v));
			return json;
		}
	}

	/** Copies the list. */
	public LearningCurve {
		points = List.copyOf(points);
	}

	/** The points as objects with step, loss and, where known, held_out_loss. */
	public List<Json> json() {
		return points.stream().map(Point::json).toList();
	}

	/**
	 * @throws org.twostream.core.UserError if a point lacks step or loss
	 */
	public static LearningCurve fromJson(final List<Json> json) {
		final List<Point> points = new ArrayList<>();
		for (final Json p : json)
			points.add(new Point((int) p.integer("step"), p.number("loss"), p.has(
				"held_out_loss") ? OptionalDouble.of(p.number("held_out_loss"))
					: OptionalDouble.empty()));
		return new LearningCurve(points);
	}

	/** Mean training loss at the end, NaN without any point. */
	public double lastLoss() {
		return points.isEmpty() ? Double.NaN : points.get(points.size() - 1).loss();
	}
}
