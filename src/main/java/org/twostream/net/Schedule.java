
package org.twostream.net;

import java.util.List;

/**
 * The learning rate over a training: it rises linearly over the first steps,
 * then falls as the shape says.
 *
 * @param shape of the fall
 * @param peak highest rate
 * @param steps steps of the whole training
 * @param warmUp steps of the rise, 0 or more
 * @param milestones for {@link Shape#STEP}: shares of the training, 0..1, at
 *          each of which the rate becomes a tenth
 */
public record Schedule(Shape shape, double peak, int steps, int warmUp,
		List<Double> milestones) {

	/** When the 2020 code cuts the rate (reference model.md 1.5). */
	public static final List<Double> MILESTONES = List.of(0.8, 0.9);

	private static final double STAIR = Math.pow(10, 3.4);

	/** How the rate falls. */
	public enum Shape {
			/** To 0 along a half cosine (Loshchilov and Hutter 2017). */
			COSINE,
			/** To a tenth at each milestone. */
			STEP,
			/** Not at all. */
			CONSTANT,
			/**
			 * To three quarters after every 10^3.4 steps (reference model.md 6.2).
			 */
			STAIRCASE
	}

	/** Copies the list. */
	public Schedule {
		milestones = List.copyOf(milestones);
	}

	/** A half cosine after ten steps of rise, fewer in a very short training. */
	public static Schedule cosine(final double peak, final int steps) {
		return new Schedule(Shape.COSINE, peak, steps, Math.min(10, steps / 4),
			MILESTONES);
	}

	/** Rate of a step, 0-based. */
	public double rate(final int step) {
		return rate(step, 0);
	}

	/**
	 * Rate of a step of a training that also ends at a certain time.
	 *
	 * @param step 0-based
	 * @param time share of that time that has gone by, 0..1; the schedule is
	 *          where the further of steps and time is
	 */
	public double rate(final int step, final double time) {
		if (step < warmUp) return peak * (step + 1) / warmUp;
		switch (shape) {
			case COSINE:
				final double t = Math.max(time, (double) (step - warmUp) / Math.max(1,
					steps - warmUp));
				return peak * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, t)));
			case STEP:
				final double done = Math.max(time, (double) step / steps);
				return peak * Math.pow(0.1, milestones.stream().filter(m -> done >= m)
					.count());
			case STAIRCASE:
				return peak * Math.pow(0.75, Math.floor(step / STAIR));
			case CONSTANT:
			default:
				return peak;
		}
	}
}
