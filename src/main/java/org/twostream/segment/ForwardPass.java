
package org.twostream.segment;

import java.util.Arrays;

import org.twostream.core.UserError;
import org.twostream.net.InferenceNetwork;
import org.twostream.net.OutOfDeviceMemory;
import org.twostream.net.Tensor;

/**
 * A forward pass that is cut into smaller ones where the device's memory does
 * not do: into halves, until each is of one window. Later passes begin with
 * what did. Not thread-safe.
 */
final class ForwardPass {

	private volatile int most = Integer.MAX_VALUE;

	/**
	 * The most windows that go through a network at once, for lack of memory; may
	 * be asked by any thread.
	 */
	int most() {
		return most;
	}

	/**
	 * @param input (batch, 1, z, y, x)
	 * @return (batch, channel, z, y, x)
	 * @throws UserError if the memory does not do for one window
	 */
	Tensor of(final InferenceNetwork network, final Tensor input) {
		while (true)
			try {
				return most >= input.size(0) ? network.predict(input) : parts(network,
					input);
			}
			catch (final OutOfDeviceMemory e) {
				final int tried = Math.min(most, input.size(0));
				if (tried == 1) throw new UserError(e.getMessage() +
					" for one window of " + input.size(4) + "," + input.size(3) + "," +
					input.size(2) +
					" voxels; give a smaller window= or a model with fewer channels.", e);
				most = tried / 2;
			}
	}

	private Tensor parts(final InferenceNetwork network, final Tensor input) {
		final int[] in = input.shape();
		final int windows = in[0];
		final int n = input.values().length / windows;
		final float[][] parts = new float[windows][];
		int[] out = in;
		for (int b = 0; b < windows; b += most) {
			in[0] = Math.min(most, windows - b);
			final Tensor part = network.predict(new Tensor(Arrays.copyOfRange(input
				.values(), b * n, (b + in[0]) * n), in));
			parts[b] = part.values();
			out = part.shape();
		}
		out[0] = windows;
		final float[] all = new float[parts[0].length / most * windows];
		int t = 0;
		for (int b = 0; b < windows; b += most) {
			System.arraycopy(parts[b], 0, all, t, parts[b].length);
			t += parts[b].length;
		}
		return new Tensor(all, out);
	}
}
