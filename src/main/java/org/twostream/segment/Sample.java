
package org.twostream.segment;

import java.util.List;

import org.twostream.net.Tensor;

/** A window of intensities with its target, while it is being prepared. */
final class Sample {

	private final WindowSize window;
	private final float[] image;
	private final float[] target;

	/**
	 * @param image 0..1, x fastest; kept and changed
	 * @param target (channel, z, y, x), 0 or 1, NaN for no say; kept and changed
	 */
	Sample(final WindowSize window, final float[] image, final float[] target) {
		this.window = window;
		this.image = image;
		this.target = target;
	}

	/**
	 * @param voxels 0..255, x fastest
	 * @param target (channel, z, y, x), 0 or 1, NaN for no say; kept and changed
	 */
	Sample(final WindowSize window, final byte[] voxels, final float[] target) {
		this(window, new float[voxels.length], target);
		WindowModel.intensities(voxels, image, 0);
	}

	WindowSize window() {
		return window;
	}

	/** Intensities 0..1, changed in place. */
	float[] image() {
		return image;
	}

	/** As {@link Batch}, without the batch; changed in place. */
	float[] target() {
		return target;
	}

	/** Moves the voxels of image and target alike. */
	void flip(final Flip flip) {
		if (flip.none()) return;
		final int n = image.length;
		final float[] source = image.clone();
		flip.apply(source, 0, image, 0, window);
		for (int c = 0; c < target.length / n; c++) {
			System.arraycopy(target, c * n, source, 0, n);
			flip.apply(source, 0, target, c * n, window);
		}
	}

	/** Exchanges x and z of image and target; the window must be a cube. */
	void exchangeXZ() {
		final int n = window.x();
		exchangeXZ(image, 0, n);
		for (int from = 0; from < target.length; from += image.length)
			exchangeXZ(target, from, n);
	}

	private static void exchangeXZ(final float[] cube, final int from,
		final int n)
	{
		for (int z = 0; z < n; z++)
			for (int y = 0; y < n; y++)
				for (int x = 0; x < z; x++) {
					final int a = from + (z * n + y) * n + x;
					final int b = from + (x * n + y) * n + z;
					final float v = cube[a];
					cube[a] = cube[b];
					cube[b] = v;
				}
	}

	/** Samples of equal size as one batch. */
	static Batch batch(final List<Sample> samples) {
		final WindowSize w = samples.get(0).window;
		final int n = w.voxels();
		final int channels = samples.get(0).target.length / n;
		final float[] input = new float[samples.size() * n];
		final float[] output = new float[samples.size() * channels * n];
		for (int b = 0; b < samples.size(); b++) {
			System.arraycopy(samples.get(b).image, 0, input, b * n, n);
			System.arraycopy(samples.get(b).target, 0, output, b * channels * n,
				channels * n);
		}
		return new Batch(new Tensor(input, samples.size(), 1, w.z(), w.y(), w.x()),
			new Tensor(output, samples.size(), channels, w.z(), w.y(), w.x()));
	}
}
