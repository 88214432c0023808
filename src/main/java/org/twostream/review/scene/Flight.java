
package org.twostream.review.scene;

import java.time.Duration;

/**
 * The way from one view to another: straight, turning the shortest way round,
 * and out and in again so that the eye can follow (van Wijk and Nuij, Smooth
 * and efficient zooming and panning, InfoVis 2003). Immutable.
 */
public final class Flight {

	/** How readily the way goes out, as the authors found people to like it. */
	private static final double RHO = Math.sqrt(2);
	/** Ways shorter than this part of the view are no ways. */
	private static final double NEAR = 1e-6;
	private static final double MILLIS = 350;
	private static final double LEAST_MILLIS = 250;
	private static final double MOST_MILLIS = 1500;

	private final Pose from;
	private final Pose to;
	private final double distance;
	private final double start;
	private final double length;
	private final int pixels;

	/**
	 * @param pixels of the screen, its shorter side
	 */
	public Flight(final Pose from, final Pose to, final int pixels) {
		this.from = from;
		this.to = to;
		this.pixels = pixels;
		final double w0 = from.nmPerPixel() * pixels;
		final double w1 = to.nmPerPixel() * pixels;
		final double way = to.centre().minus(from.centre()).length();
		distance = way < NEAR * Math.min(w0, w1) ? 0 : way;
		if (distance == 0) {
			start = 0;
			length = Math.log(w1 / w0) / RHO;
		}
		else {
			final double grown = w1 * w1 - w0 * w0;
			final double far = Math.pow(RHO, 4) * distance * distance;
			start = -arsinh((grown + far) / (2 * w0 * RHO * RHO * distance));
			length = (-arsinh((grown - far) / (2 * w1 * RHO * RHO * distance)) -
				start) / RHO;
		}
	}

	private static double arsinh(final double v) {
		return Math.copySign(Math.log(Math.abs(v) + Math.sqrt(v * v + 1)), v);
	}

	/** How long the way should take. */
	public Duration duration() {
		final double turns = from.turn().degreesTo(to.turn()) / 90;
		return Duration.ofMillis(Math.round(Math.max(LEAST_MILLIS, Math.min(
			MOST_MILLIS, MILLIS * Math.max(Math.abs(length), turns)))));
	}

	/**
	 * The view at some time.
	 *
	 * @param time 0 for the start, 1 for the end; evenly from there to there
	 */
	public Pose at(final double time) {
		if (time <= 0) return from;
		if (time >= 1) return to;
		final double t = time * time * (3 - 2 * time); // starts and stops gently
		final Turn turn = from.turn().towards(to.turn(), t);
		final double s = RHO * t * length;
		if (distance == 0) return new Pose(from.centre().plus(to.centre().minus(from
			.centre()).times(t)), turn, from.nmPerPixel() * Math.exp(s));
		final double w0 = from.nmPerPixel() * pixels;
		final double cosh = Math.cosh(start);
		final double gone = w0 / (RHO * RHO * distance) * (cosh * Math.tanh(s +
			start) - Math.sinh(start));
		return new Pose(from.centre().plus(to.centre().minus(from.centre()).times(
			gone)), turn, from.nmPerPixel() * cosh / Math.cosh(s + start));
	}
}
