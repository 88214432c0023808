
package org.twostream.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.net.Architecture;
import org.twostream.net.Optimizer;
import org.twostream.net.Schedule;
import org.twostream.segment.TrainingPlan;

/**
 * Keys by which {@code train} says how weights are learned.
 *
 * @param optimizer adam, amsgrad, adamw, sgd, adam-hybrid or auto
 * @param learningRate peak rate, above 0
 * @param weightDecay of convolution weights, 0..1
 * @param schedule cosine, step, constant, staircase or auto
 * @param milestones of the schedule step: shares of the training, rising,
 *          comma-separated
 * @param warmUp steps in which the rate rises, 0 or more; at most a quarter of
 *          all
 * @param accumulate mini-batches per step, 1 or more
 * @param clip longest gradient, 0 for any
 * @param ema decay of the averaged weights, 0..0.9999, 0 for none
 * @param minutes wall time after which training ends, 0 for no such end
 * @param patience checks without a better VOC score after which training ends
 *          with the best weights, 0 for no such end
 */
public record LearningOptions(String optimizer, double learningRate,
		double weightDecay, String schedule, String milestones, int warmUp,
		int accumulate, double clip, double ema, double minutes, int patience) {

	/** What suits the model. */
	private static final String AUTO = "auto";

	/** Of {@code train}. */
	public static final LearningOptions DEFAULT = new LearningOptions(AUTO, 1e-3,
		1e-6, AUTO, "0.8,0.9", 10, 1, 0, 0, 0, 0);

	/** Batches from which normalisation is estimated. */
	private static final int NORMALIZATION = 32;
	private static final int LEAST_CHECKPOINT = 10;
	private static final int MOST_CHECKPOINT = 100;

	/**
	 * @throws UserError if a value is outside its range
	 */
	public LearningOptions {
		if (!(learningRate > 0)) throw new UserError("learning_rate=" +
			learningRate + " is not above 0; 0.001 is usual.");
		if (!(weightDecay >= 0 && weightDecay <= 1)) throw new UserError(
			"weight_decay=" + weightDecay + " is not in 0..1; 0.000001 is usual.");
		if (warmUp < 0) throw new UserError("warm_up=" + warmUp +
			" is below 0; give the number of steps in which the rate rises.");
		if (accumulate < 1) throw new UserError("accumulate=" + accumulate +
			" is below 1; give the number of mini-batches per step.");
		if (!(clip >= 0)) throw new UserError("clip=" + clip +
			" is below 0; give the longest gradient, or 0 for any.");
		if (!(ema >= 0 && ema <= 0.9999)) throw new UserError("ema=" + ema +
			" is not in 0..0.9999; 0.99 is usual, 0 averages nothing.");
		if (!(minutes >= 0)) throw new UserError("minutes=" + minutes +
			" is below 0; give the minutes that training may take, or 0.");
		if (patience < 0) throw new UserError("patience=" + patience +
			" is below 0; give the number of checks without a better score, or 0.");
		shares(milestones);
		choice("optimizer", optimizer, Optimizer.Rule.ADAM);
		choice("schedule", schedule, Schedule.Shape.COSINE);
	}

	/** The same at another peak rate. */
	LearningOptions at(final double rate) {
		return new LearningOptions(optimizer, rate, weightDecay, schedule,
			milestones, warmUp, accumulate, clip, ema, minutes, patience);
	}

	/** The same with another end. */
	public LearningOptions lasting(final double newMinutes) {
		return new LearningOptions(optimizer, learningRate, weightDecay, schedule,
			milestones, warmUp, accumulate, clip, ema, newMinutes, patience);
	}

	private static List<Double> shares(final String text) {
		final List<Double> shares = new ArrayList<>();
		for (final String part : text.split(",")) {
			final boolean number = part.trim().matches("0?\\.\\d+");
			if (!number || !shares.isEmpty() && Double.parseDouble(part) <= shares
				.get(shares.size() - 1)) throw new UserError("milestones=" + text +
					" is not a rising list of shares between 0 and 1; 0.8,0.9 is usual.");
			shares.add(Double.parseDouble(part.trim()));
		}
		return shares;
	}

	private static <E extends Enum<E>> E choice(final String key,
		final String text, final E auto)
	{
		if (text.equals(AUTO)) return auto;
		final E[] all = auto.getDeclaringClass().getEnumConstants();
		for (final E e : all)
			if (name(e).equals(text)) return e;
		throw new UserError(key + "=" + text + " is none of " + String.join(", ",
			java.util.Arrays.stream(all).map(LearningOptions::name).toList()) +
			", auto; choose one of them.");
	}

	private static String name(final Enum<?> e) {
		return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** What differs from the defaults of {@code train}. */
	Json json() {
		final Json json = new Json();
		put(json, "optimizer", optimizer, DEFAULT.optimizer);
		put(json, "weight_decay", weightDecay, DEFAULT.weightDecay);
		put(json, "schedule", schedule, DEFAULT.schedule);
		put(json, "milestones", milestones, DEFAULT.milestones);
		put(json, "warm_up", warmUp, DEFAULT.warmUp);
		put(json, "accumulate", accumulate, DEFAULT.accumulate);
		put(json, "clip", clip, DEFAULT.clip);
		put(json, "ema", ema, DEFAULT.ema);
		put(json, "minutes", minutes, DEFAULT.minutes);
		put(json, "patience", patience, DEFAULT.patience);
		return json.put("learning_rate", learningRate);
	}

	private static void put(final Json json, final String key, final Object value,
		final Object usual)
	{
		if (!value.equals(usual)) json.put(key, value);
	}

	/**
	 * @param architecture says what auto is: for hybrid and plain U-Nets what
	 *          they are printed with, else adam and cosine
	 * @param steps most steps
	 * @param state where the state is kept
	 */
	TrainingPlan plan(final Architecture architecture, final int steps,
		final int threads, final Path state)
	{
		final boolean printed = architecture.weighsVoxels();
		final Schedule rates = new Schedule(choice("schedule", schedule, printed
			? Schedule.Shape.STAIRCASE : Schedule.Shape.COSINE), learningRate, steps,
			Math.min(warmUp, steps / 4), shares(milestones));
		final int every = Math.max(LEAST_CHECKPOINT, Math.min(MOST_CHECKPOINT,
			steps / 20));
		return new TrainingPlan(new Optimizer(choice("optimizer", optimizer, printed
			? Optimizer.Rule.ADAM_HYBRID : Optimizer.Rule.ADAM), rates, weightDecay,
			clip, ema), accumulate, new TrainingPlan.Length(TrainingPlan.POINTS,
				every, 60 * minutes, patience), threads, NORMALIZATION, Optional.of(
					state));
	}
}
