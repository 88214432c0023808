
package org.twostream.segment;

import java.util.List;

import org.twostream.core.Target;
import org.twostream.net.Tensor;

/** A window of intensities with its target, while it is being prepared. */
final class Sample {

	private final WindowSize window;
	private final float[] image;
	private final float[] target;

	/**
	 * @param voxels 0..255, x fastest
	 * @param codes as {@link TargetCodes}
	 */
	Sample(final WindowSize window, final byte[] voxels, final byte[] codes,
		final Target target)
	{
		this(window, voxels, TargetCodes.channels(codes, target));
	}

	/**
	 * @param voxels 0..255, x fastest
	 * @param target (channel, z, y, x), 0 or 1, NaN for no say
	 */
	Sample(final WindowSize window, final byte[] voxels, final float[] target) {
		this.window = window;
		this.target = target;
		image = new float[voxels.length];
		WindowModel.intensities(voxels, image, 0);
	}

	WindowSize window() {
		return window;
	}

	/** Intensities 0..1, changed in place. */
	float[] image() {
		return image;
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
