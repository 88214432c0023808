
package org.twostream.phantom;

import org.twostream.phantom.PhantomKnobs.Imaging;

/** Turns a painted tile into 8-bit grey values with noise. For one thread. */
final class Camera {

	/** Squares in which specks lie, nm. */
	private static final double GRID = 500;
	/** Radius of the largest speck, nm. */
	private static final double SPECK = 45;

	private final Imaging imaging;
	private final Sections sections;
	private final long key;
	private final float[] white;
	private final float[] rows;
	private final int size;

	Camera(final Imaging imaging, final Sections sections, final long key,
		final int size)
	{
		this.imaging = imaging;
		this.sections = sections;
		this.key = key;
		this.size = size;
		white = new float[(size + 2) * (size + 2)];
		rows = new float[size * (size + 2)];
	}

	/** Adds the section's noise, brightness and contrast to the tile's values. */
	void expose(final Tile tile) {
		noise(tile);
		specks(tile);
		final float gain = (float) (imaging.gain() * sections.contrast(tile.z));
		final float offset = (float) (127.5 + imaging.offset() + sections
			.brightness(tile.z));
		final float side = (float) imaging.blur();
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++) {
				final int r = y * size + x;
				final float n = side * (rows[r] + rows[r + 2 * size]) + (1 - 2 * side) *
					rows[r + size];
				tile.value[r] = offset + gain * (tile.value[r] - 127.5f) + n;
			}
	}

	/**
	 * Precipitated stain: small black grains on one section, at most one in each
	 * square of a grid.
	 */
	private void specks(final Tile tile) {
		final double last = tile.size - 1;
		for (long j = square(tile.y(0) - SPECK); j <= square(tile.y(last) +
			SPECK); j++)
			for (long i = square(tile.x(0) - SPECK); i <= square(tile.x(last) +
				SPECK); i++)
			{
				final long h = Hash.of(key + 1, i, j, tile.z);
				if (Hash.unit(Hash.mix(h)) < imaging.specks() * GRID * GRID * 1e-6)
					speck(tile, (i + Hash.part(h, 0)) * GRID, (j + Hash.part(h, 1)) *
						GRID, SPECK * (0.3 + 0.7 * Hash.part(h, 2)));
			}
	}

	private static long square(final double nm) {
		return (long) Math.floor(nm / GRID);
	}

	private static void speck(final Tile tile, final double x, final double y,
		final double radius)
	{
		if (!tile.clip(x, y, tile.z(), radius)) return;
		for (int row = tile.fromY; row < tile.toY; row++)
			for (int column = tile.fromX; column < tile.toX; column++) {
				final double dx = tile.x(column) - x;
				final double dy = tile.y(row) - y;
				final int i = row * tile.size + column;
				final double ragged = radius * (0.8 + 0.004 * tile.grain[i]);
				tile.cover(i, 8, Profile.step((float) (ragged - Math.sqrt(dx * dx + dy *
					dy)), 6));
			}
	}

	/** White noise around the tile, blurred along x. */
	private void noise(final Tile tile) {
		final int wide = size + 2;
		final float amplitude = (float) imaging.noise();
		final float side = (float) imaging.blur();
		for (int y = 0; y < wide; y++) {
			final long row = Hash.of(key, tile.y0 + y - 1, tile.z, 7);
			for (int x = 0; x < wide; x++)
				white[y * wide + x] = amplitude * Noise.gauss(row, tile.x0 + x - 1);
			for (int x = 0; x < size; x++) {
				final int w = y * wide + x;
				rows[y * size + x] = side * (white[w] + white[w + 2]) + (1 - 2 * side) *
					white[w + 1];
			}
		}
	}

	static byte grey(final float value) {
		return (byte) Math.max(0, Math.min(255, Math.round(value)));
	}
}
