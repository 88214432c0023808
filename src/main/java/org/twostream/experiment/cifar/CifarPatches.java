
package org.twostream.experiment.cifar;

import java.util.List;

import org.twostream.embed.PatchSource;

/**
 * Images as the encoders take them: grey (ITU-R BT.601), enlarged to 112 x 112
 * linearly, 0..1.
 *
 * @param images of 3072 bytes each
 */
public record CifarPatches(List<byte[]> images) implements PatchSource {

	private static final int PLANE = Cifar10.SIDE * Cifar10.SIDE;

	@Override
	public long size() {
		return images.size();
	}

	@Override
	public void read(final long index, final float[] target, final int offset) {
		final float[] grey = grey(images.get((int) index));
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				target[offset + y * SIDE + x] = at(grey, place(x), place(y));
	}

	/** Where the middle of a pixel of the patch lies in the image. */
	private static float place(final int i) {
		final float p = (i + 0.5f) * Cifar10.SIDE / SIDE - 0.5f;
		return Math.max(0, Math.min(Cifar10.SIDE - 1, p));
	}

	private static float at(final float[] grey, final float x, final float y) {
		final int x0 = Math.min(Cifar10.SIDE - 2, (int) x);
		final int y0 = Math.min(Cifar10.SIDE - 2, (int) y);
		final int i = y0 * Cifar10.SIDE + x0;
		final float upper = grey[i] + (x - x0) * (grey[i + 1] - grey[i]);
		final int j = i + Cifar10.SIDE;
		final float lower = grey[j] + (x - x0) * (grey[j + 1] - grey[j]);
		return upper + (y - y0) * (lower - upper);
	}

	private static float[] grey(final byte[] rgb) {
		final float[] grey = new float[PLANE];
		for (int i = 0; i < PLANE; i++)
			grey[i] = (0.299f * (rgb[i] & 0xFF) + 0.587f * (rgb[i + PLANE] & 0xFF) +
				0.114f * (rgb[i + 2 * PLANE] & 0xFF)) / 255;
		return grey;
	}
}
