
package org.twostream.segment;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes a window out of a part of a volume: intensities between the four
 * nearest voxels of a section (bilinear), labels from the nearest one. Sections
 * are never mixed. Immutable and thread-safe.
 */
final class Resampling {

	private final WindowSize window;
	private final WindowSize source;
	private final int[] sections;
	private final Map<SectionMap, Taps> taps = new IdentityHashMap<>();
	private final List<SectionMap> maps;

	private Resampling(final WindowSize window, final WindowSize source,
		final List<SectionMap> maps, final int[] sections)
	{
		this.window = window;
		this.source = source;
		this.maps = maps;
		this.sections = sections;
	}

	/** The window as it lies in the volume. */
	static Resampling straight(final WindowSize window) {
		return new Resampling(window, window, List.of(), new int[0]);
	}

	/**
	 * @param maps where the pixels of each section of the window are looked up
	 * @param sections and in which section, from 0, growing
	 */
	static Resampling of(final WindowSize window, final List<SectionMap> maps,
		final int[] sections)
	{
		float xMin = Float.POSITIVE_INFINITY;
		float yMin = Float.POSITIVE_INFINITY;
		float xMax = Float.NEGATIVE_INFINITY;
		float yMax = Float.NEGATIVE_INFINITY;
		final Map<SectionMap, Taps> seen = new IdentityHashMap<>();
		for (final SectionMap map : maps) {
			if (seen.put(map, Taps.NONE) != null) continue;
			for (int i = 0; i < map.x().length; i++) {
				xMin = Math.min(xMin, map.x()[i]);
				xMax = Math.max(xMax, map.x()[i]);
				yMin = Math.min(yMin, map.y()[i]);
				yMax = Math.max(yMax, map.y()[i]);
			}
		}
		final int x0 = (int) Math.floor(xMin);
		final int y0 = (int) Math.floor(yMin);
		final WindowSize source = new WindowSize((int) Math.ceil(xMax) - x0 + 1,
			(int) Math.ceil(yMax) - y0 + 1, sections[sections.length - 1] + 1);
		final Resampling resampling = new Resampling(window, source, maps,
			sections);
		for (final SectionMap map : seen.keySet())
			resampling.taps.put(map, Taps.of(map, x0, y0, source));
		return resampling;
	}

	/** What is needed: exactly the voxels from the first to the last one used. */
	WindowSize source() {
		return source;
	}

	/** Whether it leaves all where it is. */
	boolean straight() {
		return maps.isEmpty();
	}

	/**
	 * @param voxels of the source, x fastest
	 * @return labels of the window
	 */
	byte[] labels(final byte[] voxels) {
		if (straight()) return voxels;
		final int n = window.x() * window.y();
		final byte[] labels = new byte[window.voxels()];
		for (int k = 0; k < sections.length; k++) {
			final int[] nearest = taps.get(maps.get(k)).nearest;
			final int from = sections[k] * source.x() * source.y();
			for (int i = 0; i < n; i++)
				labels[k * n + i] = voxels[from + nearest[i]];
		}
		return labels;
	}

	/**
	 * @param voxels of the source, 0..255, x fastest
	 * @return intensities 0..1 of the window
	 */
	float[] image(final byte[] voxels) {
		final float[] image = new float[window.voxels()];
		if (straight()) {
			WindowModel.intensities(voxels, image, 0);
			return image;
		}
		final int n = window.x() * window.y();
		for (int k = 0; k < sections.length; k++)
			taps.get(maps.get(k)).interpolate(voxels, sections[k] * source.x() *
				source.y(), image, k * n);
		return image;
	}

	/** What each pixel of a section is made of. */
	private static final class Taps {

		static final Taps NONE = new Taps(0, 0, 0);

		private final int[] corner;
		private final float[] right;
		private final float[] down;
		private final int[] nearest;
		/** Steps to the next column and the next row, 0 where there is none. */
		private final int xStep;
		private final int yStep;

		private Taps(final int n, final int xStep, final int yStep) {
			corner = new int[n];
			right = new float[n];
			down = new float[n];
			nearest = new int[n];
			this.xStep = xStep;
			this.yStep = yStep;
		}

		static Taps of(final SectionMap map, final int x0, final int y0,
			final WindowSize source)
		{
			final int n = map.x().length;
			final int xn = source.x();
			final Taps taps = new Taps(n, xn > 1 ? 1 : 0, source.y() > 1 ? xn : 0);
			for (int i = 0; i < n; i++) {
				final float x = map.x()[i] - x0;
				final float y = map.y()[i] - y0;
				final int column = Math.max(0, Math.min((int) x, xn - 2));
				final int row = Math.max(0, Math.min((int) y, source.y() - 2));
				taps.corner[i] = row * xn + column;
				taps.right[i] = x - column;
				taps.down[i] = y - row;
				taps.nearest[i] = (int) (y + 0.5f) * xn + (int) (x + 0.5f);
			}
			return taps;
		}

		void interpolate(final byte[] voxels, final int from, final float[] image,
			final int to)
		{
			for (int i = 0; i < corner.length; i++) {
				final int p = from + corner[i];
				final float a = voxels[p] & 0xFF;
				final float b = voxels[p + xStep] & 0xFF;
				final float c = voxels[p + yStep] & 0xFF;
				final float d = voxels[p + yStep + xStep] & 0xFF;
				final float top = a + right[i] * (b - a);
				final float bottom = c + right[i] * (d - c);
				image[to + i] = (top + down[i] * (bottom - top)) / 255f;
			}
		}
	}
}
