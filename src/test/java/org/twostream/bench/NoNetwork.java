
package org.twostream.bench;

import java.nio.file.Path;
import java.util.Arrays;

import org.twostream.net.Architecture;
import org.twostream.net.InputSizes;
import org.twostream.net.Optimizer;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.SegmentationTraining;
import org.twostream.net.Tensor;

/**
 * A network that costs nothing: it gives the same output whatever the input.
 */
final class NoNetwork implements SegmentationNetwork {

	private Tensor output = Tensor.zeros(0);

	@Override
	public Architecture architecture() {
		return Architecture.named("tiny", 1);
	}

	@Override
	public long parameterCount() {
		return 0;
	}

	@Override
	public InputSizes inputSizes() {
		return InputSizes.multiples(1, 1, 1);
	}

	@Override
	public Tensor predict(final Tensor input) {
		if (!Arrays.equals(output.shape(), input.shape())) {
			output = Tensor.zeros(input.shape());
			for (int i = 0; i < output.values().length; i++)
				output.values()[i] = (float) (0.5 + 0.5 * Math.sin(i / 20.));
		}
		return output;
	}

	@Override
	public double[] predictLoss(final Tensor input) {
		throw new UnsupportedOperationException();
	}

	@Override
	public SegmentationTraining train(final Optimizer optimizer) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void save(final Path safetensors) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		// nothing to release
	}
}
