
package org.twostream.net;

/**
 * A network from intensity to probability, on one device: what prediction needs
 * of it. Not thread-safe: one caller at a time. Native memory is freed by
 * {@link #close}.
 */
public interface InferenceNetwork extends AutoCloseable {

	/** Output channels. */
	int channels();

	/** Which inputs it takes. */
	InputSizes inputSizes();

	/**
	 * Voxels that the output lacks at each end of the axes: {z, y, x}, 0 where it
	 * is as large as the input. The output's voxel (k, j, i) is the input's (k +
	 * margin[0], j + margin[1], i + margin[2]).
	 */
	default int[] margin() {
		return inputSizes().margin();
	}

	/** What it is given in place of 8-bit intensities: by default 0..1. */
	default Intensities intensities() {
		return Intensities.unit();
	}

	/**
	 * Probabilities of windows.
	 *
	 * @param input (batch, 1, z, y, x) of {@link #intensities}
	 * @return (batch, channels, z, y, x), probability 0..1, without the
	 *         {@link #margin}; the same bytes for the same input, thread count
	 *         and processor
	 * @throws OutOfDeviceMemory if the device's memory does not do for the input
	 */
	Tensor predict(Tensor input);

	@Override
	void close();
}
