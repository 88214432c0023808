
package org.twostream.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.net.VaeTraining.Loss;

/**
 * How the loss and its parts fell.
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

		private static final String HELD_OUT = "held_out_";

		/** The held-out loss, where there is none that of training. */
		public Loss judged() {
			return heldOut.orElse(training);
		}

		Json json() {
			final Json json = new Json().put("step", step);
			put(json, "", training);
			heldOut.ifPresent(l -> put(json, HELD_OUT, l));
			return json;
		}

		private static void put(final Json json, final String prefix,
			final Loss loss)
		{
			json.put(prefix + "l1", loss.l1()).put(prefix + "kl", loss.kl()).put(
				prefix + "objective", loss.objective());
		}

		// Older curves have no objective: it was that of Table S-1.
		private static Loss loss(final Json json, final String prefix) {
			final double l1 = json.number(prefix + "l1");
			final double kl = json.number(prefix + "kl");
			return new Loss(l1, kl, json.number(prefix + "objective", l1 *
				PatchSource.PIXELS + kl));
		}

		static Point fromJson(final Json json) {
			return new Point((int) json.integer("step"), loss(json, ""), json.has(
				HELD_OUT + "l1") ? Optional.of(loss(json, HELD_OUT)) : Optional
					.empty());
		}
	}

	/** Copies the list. */
	public VaeCurve {
		points = List.copyOf(points);
	}

	/** Index of the point whose {@link Point#judged} objective is the lowest. */
	public int best() {
		int best = 0;
		for (int i = 1; i < points.size(); i++)
			if (points.get(i).judged().objective() < points.get(best).judged()
				.objective()) best = i;
		return best;
	}

	/**
	 * Objects with step, l1, kl, objective and, where known, the same with
	 * held_out_ before.
	 */
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
