
package org.twostream.segment;

import java.util.ArrayList;
import java.util.List;

import org.twostream.net.SegmentationNetwork;
import org.twostream.net.Tensor;

/**
 * A network applied to windows of bytes, with the mean over flips. Every
 * forward pass has the same batch size, since a kernel may be chosen by it: a
 * short batch is filled up with its last window.
 */
final class WindowModel {

	private final SegmentationNetwork network;
	private final WindowSize window;
	private final List<Flip> flips;
	private final int batch;

	WindowModel(final SegmentationNetwork network, final WindowSize window,
		final int tta, final int batch)
	{
		this.network = network;
		this.window = window.checked(network.inputSizes());
		this.flips = Flip.ofTta(tta);
		this.batch = batch;
	}

	/** Most windows per call. */
	int batch() {
		return batch;
	}

	int channels() {
		return network.architecture().channels();
	}

	/**
	 * @param windows 1..batch windows, 0..255
	 * @return for each the probabilities 0..1, (channel, z, y, x)
	 */
	List<float[]> predict(final List<byte[]> windows) {
		final int n = window.voxels();
		final int channels = channels();
		final float[] intensities = new float[batch * n];
		for (int b = 0; b < batch; b++)
			intensities(windows.get(Math.min(b, windows.size() - 1)), intensities, b *
				n);
		final List<float[]> sums = new ArrayList<>();
		for (int b = 0; b < windows.size(); b++)
			sums.add(new float[channels * n]);
		final float[] scratch = new float[n];
		for (final Flip flip : flips) {
			float[] input = intensities;
			if (!flip.none()) {
				input = new float[batch * n];
				for (int b = 0; b < batch; b++)
					flip.apply(intensities, b * n, input, b * n, window);
			}
			final float[] output = network.predict(new Tensor(input, batch, 1, window
				.z(), window.y(), window.x())).values();
			for (int b = 0; b < windows.size(); b++)
				for (int c = 0; c < channels; c++)
					add(flip, output, (b * channels + c) * n, sums.get(b), c * n,
						scratch);
		}
		if (flips.size() > 1) for (final float[] sum : sums)
			for (int i = 0; i < sum.length; i++)
				sum[i] /= flips.size();
		return sums;
	}

	private void add(final Flip flip, final float[] output, final int from,
		final float[] sum, final int to, final float[] scratch)
	{
		if (flip.none()) {
			for (int i = 0; i < scratch.length; i++)
				sum[to + i] += output[from + i];
			return;
		}
		flip.undo(output, from, scratch, 0, window);
		for (int i = 0; i < scratch.length; i++)
			sum[to + i] += scratch[i];
	}

	/** 0..255 to 0..1. */
	static void intensities(final byte[] voxels, final float[] target,
		final int offset)
	{
		for (int i = 0; i < voxels.length; i++)
			target[offset + i] = (voxels[i] & 0xFF) / 255f;
	}
}
