
package org.twostream.query.map;

import java.util.Locale;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;

/**
 * The plane of the two widest directions (PCA): distances are true as far as
 * the plane shows them, and what lies apart may fall together.
 */
public final class PlaneLayout implements MapLayout {

	@Override
	public String name() {
		return "pca";
	}

	@Override
	public Plane lay(final Matrix points, final Seed seed,
		final Progress progress)
	{
		return plane(points, "First two principal components, %.0f %% of the " +
			"variance.");
	}

	/** @param about takes the share of the variance in per cent */
	static Plane plane(final Matrix points, final String about) {
		final PrincipalPlane plane = PrincipalPlane.of(points);
		return new Plane(floats(plane.x()), floats(plane.y()), String.format(
			Locale.ROOT, about, Double.isNaN(plane.explained()) ? 100 : 100 * plane
				.explained()));
	}

	private static float[] floats(final double[] values) {
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) values[i];
		return floats;
	}
}
