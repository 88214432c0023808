
package org.twostream.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.twostream.core.Json;
import org.twostream.core.UserError;

/**
 * How a model does on its validation block, by threshold. Kept in the model's
 * JSON, so that a threshold for a wanted recall can be looked up later.
 *
 * @param instances truth objects that count: those of at least the smallest
 *          size that is ever proposed
 * @param scores in rising order of thresholds
 */
public record ValidationScores(int instances, List<Score> scores) {

	/**
	 * One threshold. Voxels count as found when the stored value / 255 is at
	 * least the threshold; for polarity both are of the union channel.
	 *
	 * @param threshold 0..1
	 * @param iou voxel IoU of the foreground; 1 when neither has any
	 * @param voc mean of foreground and background IoU
	 * @param precision of voxels; 1 when none is found
	 * @param recall of voxels; 1 when there are none
	 * @param instanceRecall share of truth objects that some component of at
	 *          least the smallest size meets with an IoU above 0.5; NaN without
	 *          truth objects
	 * @param instancePrecision share of such components that meet a truth object
	 *          so; NaN without components
	 */
	public record Score(double threshold, double iou, double voc,
			double precision, double recall, double instanceRecall,
			double instancePrecision) {

		private static final List<String> NAMES = List.of("threshold", "iou", "voc",
			"precision", "recall", "instance_recall", "instance_precision");

		private Json json() {
			final double[] values = { threshold, iou, voc, precision, recall,
				instanceRecall, instancePrecision };
			final Json json = new Json();
			for (int i = 0; i < values.length; i++)
				if (!Double.isNaN(values[i])) json.put(NAMES.get(i), values[i]);
			return json;
		}

		private static Score fromJson(final Json json) {
			final double[] v = NAMES.stream().mapToDouble(name -> json.number(name,
				Double.NaN)).toArray();
			return new Score(v[0], v[1], v[2], v[3], v[4], v[5], v[6]);
		}
	}

	/**
	 * @throws IllegalArgumentException if there is no score
	 */
	public ValidationScores {
		scores = List.copyOf(scores);
		if (scores.isEmpty()) throw new IllegalArgumentException("No scores");
	}

	/** The threshold with the highest voxel IoU, the lower of equals. */
	public Score best() {
		return scores.stream().max(Comparator.comparingDouble(Score::iou)
			.thenComparing(Comparator.comparingDouble(Score::threshold).reversed()))
			.orElseThrow();
	}

	/** The score of the threshold nearest to this one. */
	public Score at(final double threshold) {
		return scores.stream().min(Comparator.comparingDouble(s -> Math.abs(s
			.threshold() - threshold))).orElseThrow();
	}

	/**
	 * The key {@code threshold=recall:R}.
	 *
	 * @param recall wanted instance recall, 0..1
	 * @return the highest threshold that reaches it
	 * @throws UserError if no threshold does, or the validation block holds no
	 *           truth object
	 */
	public double thresholdFor(final double recall) {
		if (instances == 0) throw new UserError("threshold=recall:" + recall +
			" needs truth objects in the model's validation block, which holds " +
			"none; give a number between 0 and 1 instead.");
		double best = 0;
		for (int i = scores.size() - 1; i >= 0; i--) {
			final Score score = scores.get(i);
			if (score.instanceRecall() >= recall) return score.threshold();
			best = Math.max(best, score.instanceRecall());
		}
		throw new UserError("threshold=recall:" + recall +
			" is not reached on the model's validation block, whose highest " +
			"instance recall is " + Math.round(best * 1000) / 1000.0 +
			"; give at most that, or a number between 0 and 1.");
	}

	public Json json() {
		return new Json().put("instances", instances).put("scores", scores.stream()
			.map(Score::json).toList());
	}

	/**
	 * @throws UserError if the object lacks a part
	 */
	public static ValidationScores fromJson(final Json json) {
		final List<Score> scores = new ArrayList<>();
		for (final Json score : json.objects("scores"))
			scores.add(Score.fromJson(score));
		return new ValidationScores((int) json.integer("instances"), scores);
	}
}
