
package org.twostream.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.net.VaeTraining.Loss;

/**
 * How the two parts of the loss fell.
 *
 * @param points in the order of their steps
 */
public record VaeCurve(List<Point> points) {

	/**
	 * One point.
	 *
	 * @param step steps done
	 * @param training mean of the steps since the point before
	 * @param heldOut of patches that are not learned from, empty where there are
	 *          none
	 */
	public record Point(int step, Loss training, Optional<Loss> heldOut) {

		Json json() {
			final Json json = new Json().put("step", step).put("l1", training.l1())
				.put("kl", training.kl());
			heldOut.ifPresent(l -> json.put("held_out_l1", l.l1()).put("held_out_kl",
				l.kl()));
			return json;
		}

		static Point fromJson(final Json json) {
			return new Point((int) json.integer("step"), new Loss(json.number("l1"),
				json.number("kl")), json.has("held_out_l1") ? Optional.of(new Loss(json
					.number("held_out_l1"), json.number("held_out_kl"))) : Optional
						.empty());
		}
	}

	/** Copies the list. */
	public VaeCurve {
		points = List.copyOf(points);
	}

	/** Objects with step, l1, kl and, where known, held_out_l1, held_out_kl. */
	public List<Json> json() {
		return points.stream().map(Point::json).toList();
	}

	/**
	 * @throws org.twostream.core.UserError if a point lacks a part
	 */
	public static VaeCurve fromJson(final List<Json> json) {
		final List<Point> points = new ArrayList<>();
		for (final Json p : json)
			points.add(Point.fromJson(p));
		return new VaeCurve(points);
	}
}
