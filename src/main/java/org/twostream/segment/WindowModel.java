
package org.twostream.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.net.InferenceNetwork;
import org.twostream.net.Intensities;
import org.twostream.net.Tensor;

/**
 * Networks applied to windows of bytes, with the mean over networks and flips.
 * Every forward pass has the same batch size, since a kernel may be chosen by
 * it: a short batch is filled up with its last window. A network may lack a
 * margin of its input; of several the largest margin counts. Not thread-safe
 * but for {@link Passes#compute}, which one other thread may call.
 */
final class WindowModel {

	/** What one forward pass is of. */
	private record Pass(InferenceNetwork network, Flip flip) {
	}

	private final List<Pass> passes = new ArrayList<>();
	private final WindowSize window;
	private final WindowSize output;
	private final int[] margin = new int[3];
	private final int channels;
	private final int batch;
	private final ForwardPass forward = new ForwardPass();

	/**
	 * @param networks one or more, of the same channels
	 * @throws UserError if a network cannot take the window, or their channels
	 *           differ
	 */
	WindowModel(final List<? extends InferenceNetwork> networks,
		final WindowSize window, final int tta, final int batch)
	{
		channels = networks.get(0).channels();
		for (final InferenceNetwork network : networks) {
			window.checked(network.inputSizes());
			if (network.channels() != channels) throw new UserError(
				"The models have " + channels + " and " + network.channels() +
					" output channels; give models that were trained for the same target.");
			for (int a = 0; a < 3; a++)
				margin[a] = Math.max(margin[a], network.margin()[a]);
			for (final Flip flip : Flip.ofTta(tta))
				passes.add(new Pass(network, flip));
		}
		this.window = window;
		this.batch = batch;
		output = window.inside(margin);
	}

	/** Most windows per call. */
	int batch() {
		return batch;
	}

	int channels() {
		return channels;
	}

	/** Windows of one call that the device's memory does for. */
	int used() {
		return Math.min(batch, forward.most());
	}

	/** What is going on, for a progress. */
	String message() {
		return used() < batch ? "Predicting (memory does for batch " + used() + ")"
			: "Predicting";
	}

	/** What comes out of a window. */
	WindowSize output() {
		return output;
	}

	/** What a network must see to give this part. */
	Box input(final Box part) {
		return part.grow(margin[2], margin[1], margin[0]);
	}

	/**
	 * For networks that take all sections alike.
	 *
	 * @param windows 1..batch windows, 0..255
	 * @return for each the probabilities 0..1, (channel, z, y, x), of
	 *         {@link #output} voxels
	 */
	List<float[]> predict(final List<byte[]> windows) {
		final Passes all = passes(windows.stream().map(w -> new Window(w,
			new long[window.z()])).toList());
		for (int i = 0; i < all.count(); i++)
			all.take(i, all.compute(i, all.input(i)));
		return all.probabilities();
	}

	/**
	 * What a window shows.
	 *
	 * @param voxels 0..255
	 * @param sections of the volume, one for each z
	 */
	record Window(byte[] voxels, long[] sections) {

		/** As the network wants it. */
		void intensities(final Intensities intensities, final float[] target,
			final int offset)
		{
			final int n = voxels.length / sections.length;
			for (int z = 0; z < sections.length; z++) {
				final float[] table = intensities.of(sections[z]);
				for (int i = z * n; i < (z + 1) * n; i++)
					target[offset + i] = table[voxels[i] & 0xFF];
			}
		}
	}

	/** The same, pass by pass. */
	Passes passes(final List<Window> windows) {
		return new Passes(windows);
	}

	/** The forward passes of one batch, to be done in order. */
	final class Passes {

		private final List<Window> given;
		private final int windows;
		private float[] intensities = {};
		private final List<float[]> sums = new ArrayList<>();

		private Passes(final List<Window> windows) {
			given = windows;
			this.windows = windows.size();
		}

		private float[] intensities(final InferenceNetwork network) {
			final int n = window.voxels();
			final float[] made = new float[batch * n];
			for (int b = 0; b < batch; b++)
				given.get(Math.min(b, windows - 1)).intensities(network.intensities(),
					made, b * n);
			return made;
		}

		int count() {
			return passes.size();
		}

		/** What a pass is given: (batch, 1, z, y, x). */
		Tensor input(final int pass) {
			final Flip flip = passes.get(pass).flip;
			final InferenceNetwork network = passes.get(pass).network;
			final int n = window.voxels();
			if (pass == 0 || network != passes.get(pass - 1).network) intensities =
				intensities(network);
			float[] input = intensities;
			if (!flip.none()) {
				input = new float[batch * n];
				for (int b = 0; b < batch; b++)
					flip.apply(intensities, b * n, input, b * n, window);
			}
			return new Tensor(input, batch, 1, window.z(), window.y(), window.x());
		}

		/**
		 * The pass itself.
		 *
		 * @throws UserError if the device has not enough memory for one window
		 */
		Tensor compute(final int pass, final Tensor input) {
			return forward.of(passes.get(pass).network, input);
		}

		/** Adds what came out to the mean. */
		void take(final int pass, final Tensor found) {
			final int n = channels * output.voxels();
			final float[] values = cropped(found);
			for (int b = 0; b < windows; b++) {
				if (pass == 0) {
					// The first pass is never flipped; a result of its own needs no copy.
					sums.add(batch == 1 && passes.size() == 1 ? values : Arrays
						.copyOfRange(values, b * n, (b + 1) * n));
					continue;
				}
				for (int c = 0; c < channels; c++)
					passes.get(pass).flip.addBack(values, b * n + c * output.voxels(),
						sums.get(b), c * output.voxels(), output);
			}
		}

		/** Of each window, when all passes are done: (channel, z, y, x). */
		List<float[]> probabilities() {
			final float share = 1f / passes.size();
			if (passes.size() > 1) for (final float[] sum : sums)
				for (int i = 0; i < sum.length; i++)
					sum[i] *= share;
			return sums;
		}
	}

	/** The part that all networks give. */
	private float[] cropped(final Tensor found) {
		final int zn = found.size(2);
		final int yn = found.size(3);
		final int xn = found.size(4);
		if (zn == output.z() && yn == output.y() && xn == output.x()) return found
			.values();
		final float[] part = new float[found.size(0) * channels * output.voxels()];
		final int z0 = (zn - output.z()) / 2;
		final int y0 = (yn - output.y()) / 2;
		final int x0 = (xn - output.x()) / 2;
		int t = 0;
		for (int c = 0; c < found.size(0) * channels; c++)
			for (int z = 0; z < output.z(); z++)
				for (int y = 0; y < output.y(); y++, t += output.x())
					System.arraycopy(found.values(), ((c * zn + z0 + z) * yn + y0 + y) *
						xn + x0, part, t, output.x());
		return part;
	}

	/** 0..255 to 0..1. */
	static void intensities(final byte[] voxels, final float[] target,
		final int offset)
	{
		for (int i = 0; i < voxels.length; i++)
			target[offset + i] = (voxels[i] & 0xFF) / 255f;
	}
}
