
package org.twostream.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
	 * @param overlap score on a part that is not learned from, with the weights
	 *          that training would have left then; empty where it was not checked
	 */
	public record Point(int step, double loss, OptionalDouble heldOut,
			Optional<Overlap> overlap) {

		/** A point without a check. */
		public Point(final int step, final double loss,
			final OptionalDouble heldOut)
		{
			this(step, loss, heldOut, Optional.empty());
		}

		Json json() {
			final Json json = new Json().put("step", step).put("loss", loss);
			heldOut.ifPresent(v -> json.put("held_out_loss", v));
			overlap.ifPresent(o -> json.put("held_out_threshold", o.threshold()).put(
				"held_out_iou", o.iou()).put("held_out_voc", o.voc()));
			return json;
		}

		static Point fromJson(final Json p) {
			return new Point((int) p.integer("step"), p.number("loss"), p.has(
				"held_out_loss") ? OptionalDouble.of(p.number("held_out_loss"))
					: OptionalDouble.empty(), p.has("held_out_voc") ? Optional.of(
						new Overlap(p.number("held_out_threshold"), p.number(
							"held_out_iou"), p.number("held_out_voc"))) : Optional.empty());
		}
	}

	/** Copies the list. */
	public LearningCurve {
		points = List.copyOf(points);
	}

	/**
	 * The points as objects with step, loss and, where known, held_out_loss,
	 * held_out_threshold, held_out_iou and held_out_voc.
	 */
	public List<Json> json() {
		return points.stream().map(Point::json).toList();
	}

	/**
	 * @throws org.twostream.core.UserError if a point lacks step or loss
	 */
	public static LearningCurve fromJson(final List<Json> json) {
		final List<Point> points = new ArrayList<>();
		for (final Json p : json)
			points.add(Point.fromJson(p));
		return new LearningCurve(points);
	}

	/** Mean training loss at the end, NaN without any point. */
	public double lastLoss() {
		return points.isEmpty() ? Double.NaN : points.get(points.size() - 1).loss();
	}

	/** The points that were checked. */
	public List<Point> checked() {
		return points.stream().filter(p -> p.overlap().isPresent()).toList();
	}

	/** The point with the highest VOC score, the first of equals. */
	public Optional<Point> best() {
		return checked().stream().max(Comparator.comparingDouble((Point p) -> p
			.overlap().orElseThrow().voc()).thenComparing(Comparator.comparingInt(
				Point::step).reversed()));
	}
}
