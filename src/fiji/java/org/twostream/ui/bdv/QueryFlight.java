
package org.twostream.ui.bdv;

import net.imglib2.realtransform.AffineTransform3D;

import org.twostream.review.scene.Flight;
import org.twostream.review.scene.Pose;

import bdv.viewer.animate.AbstractTransformAnimator;

/** A flight as BigDataViewer animates it. */
final class QueryFlight extends AbstractTransformAnimator {

	private final Flight flight;
	private final double millis;
	private final int width;
	private final int height;
	private long start = -1;

	/**
	 * @param width pixels of the window
	 * @param height pixels of the window
	 */
	QueryFlight(final Flight flight, final int width, final int height) {
		super(flight.duration().toMillis());
		this.flight = flight;
		millis = flight.duration().toMillis();
		this.width = width;
		this.height = height;
	}

	@Override
	public void setTime(final long time) {
		super.setTime(time);
		if (start < 0) start = time;
	}

	// The flight starts and stops gently by itself: here time runs evenly.
	@Override
	public AffineTransform3D getCurrent(final long time) {
		setTime(time);
		return get(isComplete() ? 1 : (time - start) / millis);
	}

	@Override
	public AffineTransform3D get(final double t) {
		return transform(flight.at(t), width, height);
	}

	/** From nm to pixels of a window. */
	static AffineTransform3D transform(final Pose pose, final int width,
		final int height)
	{
		final AffineTransform3D t = new AffineTransform3D();
		t.set(pose.affine(width, height));
		return t;
	}
}
