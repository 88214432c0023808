
package org.twostream.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.twostream.net.Architecture;
import org.twostream.net.InputSizes;
import org.twostream.net.Optimizer;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.SegmentationTraining;
import org.twostream.net.Tensor;

/**
 * A network with one weight, for tests: a logistic function of the darkness
 * plus, so that the place in a window matters, a little of the distance from
 * the window's corner. Training moves the threshold along the gradient of the
 * cross-entropy. It notes what it was given.
 */
final class FakeNetwork implements SegmentationNetwork {

	private static final double SLOPE = 12;

	private final int channels;
	private final double context;
	double threshold = 0.5;
	final List<int[]> shapes = new ArrayList<>();
	int normalizedOn;
	int saves;

	FakeNetwork(final int channels, final double context) {
		this.channels = channels;
		this.context = context;
	}

	@Override
	public Architecture architecture() {
		return Architecture.named("tiny", channels);
	}

	@Override
	public long parameterCount() {
		return 1;
	}

	@Override
	public InputSizes inputSizes() {
		return InputSizes.multiples(2, 4, 4);
	}

	@Override
	public Tensor predict(final Tensor input) {
		final int[] s = input.shape();
		shapes.add(s);
		final int n = s[2] * s[3] * s[4];
		final float[] out = new float[s[0] * channels * n];
		for (int b = 0; b < s[0]; b++)
			for (int c = 0; c < channels; c++)
				for (int i = 0; i < n; i++)
					out[(b * channels + c) * n + i] = (float) sigmoid(SLOPE * (threshold -
						input.values()[b * n + i]) + context * (i % s[4]) + c);
		return new Tensor(out, s[0], channels, s[2], s[3], s[4]);
	}

	private static double sigmoid(final double v) {
		return 1 / (1 + Math.exp(-v));
	}

	@Override
	public double[] predictLoss(final Tensor input) {
		throw new UnsupportedOperationException();
	}

	@Override
	public SegmentationTraining train(final Optimizer optimizer) {
		return new Training(optimizer);
	}

	@Override
	public void save(final Path safetensors) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		// nothing to release
	}

	private final class Training implements SegmentationTraining {

		private final Optimizer optimizer;
		private int step;

		Training(final Optimizer optimizer) {
			this.optimizer = optimizer;
		}

		@Override
		public int step() {
			return step;
		}

		@Override
		public double step(final Tensor input, final Tensor target,
			final Tensor weights)
		{
			final double before = loss(input, target);
			final float[] p = predict(input).values();
			double gradient = 0;
			for (int i = 0; i < p.length; i++)
				gradient += SLOPE * (target.values()[i] - p[i]);
			threshold += optimizer.rate(step) * gradient / p.length;
			step++;
			return before;
		}

		@Override
		public double loss(final Tensor input, final Tensor target,
			final Tensor weights)
		{
			final float[] p = predict(input).values();
			double sum = 0;
			for (int i = 0; i < p.length; i++)
				sum -= Math.log(Math.max(1e-6, target.values()[i] > 0.5 ? p[i] : 1 -
					p[i]));
			return sum / p.length;
		}

		@Override
		public void estimateNormalization(final List<Tensor> inputs) {
			normalizedOn = inputs.size();
		}

		@Override
		public void saveState(final Path file) {
			try {
				Files.writeString(file, step + " " + threshold);
				saves++;
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		}

		@Override
		public void restoreState(final Path file) {
			try {
				final String[] parts = Files.readString(file).split(" ");
				step = Integer.parseInt(parts[0]);
				threshold = Double.parseDouble(parts[1]);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		}

		@Override
		public void close() {
			// nothing to release
		}
	}
}
