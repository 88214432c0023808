
package org.twostream.ui.planes;

import java.util.Optional;

import org.twostream.review.scene.PlaneCut;
import org.twostream.review.scene.PlaneView;
import org.twostream.review.scene.VoxelGrid;

/** Makes pixels of grey values and probabilities. */
final class PlaneRaster {

	private final PlaneView view;
	private final VoxelGrid grid;
	private final PlaneSettings settings;

	PlaneRaster(final PlaneView view, final VoxelGrid grid,
		final PlaneSettings settings)
	{
		this.view = view;
		this.grid = grid;
		this.settings = settings;
	}

	/**
	 * @param pixels takes opaque ARGB, as many as the view has
	 */
	void paint(final PlaneCut raw, final Optional<PlaneCut> probability,
		final int[] pixels)
	{
		final double[] m = view.toVoxels(grid);
		final int alpha = settings.alpha();
		final double uMax = grid.length(view.axis().right()) - 0.5;
		final double vMax = grid.length(view.axis().down()) - 0.5;
		for (int y = 0, i = 0; y < view.height(); y++)
			for (int x = 0; x < view.width(); x++, i++) {
				final double u = m[0] * (x + 0.5) + m[2] * (y + 0.5) + m[4];
				final double v = m[1] * (x + 0.5) + m[3] * (y + 0.5) + m[5];
				if (u < -0.5 || v < -0.5 || u >= uMax || v >= vMax) {
					pixels[i] = Shades.OUTSIDE;
					continue;
				}
				final int grey = settings.smooth() ? smooth(raw, u, v) : near(raw, u,
					v);
				if (grey < 0) {
					pixels[i] = Shades.UNKNOWN;
					continue;
				}
				final int p = alpha == 0 || probability.isEmpty() ? 0 : near(probability
					.get(), u, v);
				pixels[i] = p <= 0 ? 0xFF000000 | grey * 0x010101 : blend(grey, p *
					alpha / 255);
			}
	}

	/** @param alpha of the probability's colour, 0..256 */
	static int blend(final int grey, final int alpha) {
		int argb = 0xFF000000;
		for (int shift = 0; shift < 24; shift += 8) {
			final int c = Shades.PROBABILITY >> shift & 255;
			argb |= grey * (256 - alpha) + c * alpha >> 8 << shift;
		}
		return argb;
	}

	private static int near(final PlaneCut cut, final double u, final double v) {
		return cut.at(Math.round(cut.right(u)), Math.round(cut.down(v)));
	}

	private static int smooth(final PlaneCut cut, final double u,
		final double v)
	{
		final double cu = cut.right(u);
		final double cv = cut.down(v);
		final long u0 = (long) Math.floor(cu);
		final long v0 = (long) Math.floor(cv);
		final int a = cut.at(u0, v0);
		final int b = cut.at(u0 + 1, v0);
		final int c = cut.at(u0, v0 + 1);
		final int d = cut.at(u0 + 1, v0 + 1);
		// Beside what is not there: the nearest.
		if ((a | b | c | d) < 0) return near(cut, u, v);
		final double fu = cu - u0;
		final double fv = cv - v0;
		return (int) ((1 - fv) * ((1 - fu) * a + fu * b) + fv * ((1 - fu) * c + fu *
			d) + 0.5);
	}
}
