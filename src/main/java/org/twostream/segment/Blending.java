
package org.twostream.segment;

import java.io.Serializable;
import java.util.function.IntToDoubleFunction;

import org.twostream.core.UserError;

/**
 * How much each voxel of a window counts where windows overlap: {@code 1e-4 +
 * f(x) f(y) f(z)}, so that neither the weights of a window nor their sums over
 * a lattice of windows need an array of the volume's size.
 * <ul>
 * <li>gaussian: {@code f(u) = exp(-u^2 / (2 sigma^2))}, u from -1 to 1 along
 * the window (sigma 0.2 in the code of 2020, 0.5 and 0.6 in that of 2019);
 * <li>bump: {@code f(u) = exp(g(u) - max g)}, {@code g(u) = -(u (1 - u))^-1.5},
 * u = 1/(n+1) .. n/(n+1) (code of 2020, where it is an option).
 * </ul>
 * Immutable; equal where {@link #text} is.
 *
 * @param form gaussian or bump
 * @param sigma of gaussian, above 0; 0 for bump
 */
public record Blending(Form form, double sigma) implements Serializable {

	/** Weight that every voxel of a window has at least. */
	static final float FLOOR = 1e-4f;

	private static final double USUAL_SIGMA = 0.2;
	private static final String GAUSSIAN = "gaussian";
	private static final String BUMP = "bump";

	/** Gaussian, sigma 0.2. */
	public static final Blending GAUSSIAN_2020 = new Blending(Form.GAUSSIAN,
		USUAL_SIGMA);

	/** Shape of a weight along one axis. */
	public enum Form {
			GAUSSIAN, BUMP
	}

	/**
	 * @throws UserError if sigma is not above 0
	 */
	public Blending {
		if (form == Form.GAUSSIAN && !(sigma > 0 && sigma < 1e6))
			throw new UserError("blending=" + GAUSSIAN + ":" + sigma +
				" is not above 0; 0.2 is usual.");
	}

	/**
	 * @param text gaussian, gaussian:SIGMA or bump
	 * @throws UserError if it is none of them
	 */
	public static Blending parse(final String text) {
		if (text.equals(GAUSSIAN)) return GAUSSIAN_2020;
		if (text.equals(BUMP)) return new Blending(Form.BUMP, 0);
		if (text.startsWith(GAUSSIAN + ":")) try {
			return new Blending(Form.GAUSSIAN, Double.parseDouble(text.substring(
				GAUSSIAN.length() + 1)));
		}
		catch (final NumberFormatException e) {
			throw new UserError("blending=" + text +
				" has no number behind the colon; 0.2 is usual.", e);
		}
		throw new UserError("blending=" + text +
			" is none of gaussian, gaussian:SIGMA, bump; choose one of them.");
	}

	/** The form that {@link #parse} reads. */
	public String text() {
		return form == Form.BUMP ? BUMP : GAUSSIAN + ":" + sigma;
	}

	/** f along an axis of n voxels. */
	float[] axis(final int n) {
		if (form == Form.BUMP) return axis(n, bump((n - 1) / 2, n), i -> bump(i,
			n));
		return axis(n, 0, i -> {
			final double u = n == 1 ? 0 : -1 + 2.0 * i / (n - 1);
			return -u * u / (2 * sigma * sigma);
		});
	}

	private static double bump(final int i, final int n) {
		final double u = (i + 1.0) / (n + 1);
		return -StrictMath.pow(u * (1 - u), -1.5);
	}

	private static float[] axis(final int n, final double top,
		final IntToDoubleFunction exponent)
	{
		final float[] f = new float[n];
		for (int i = 0; i < n; i++)
			f[i] = (float) StrictMath.exp(exponent.applyAsDouble(i) - top);
		return f;
	}
}
