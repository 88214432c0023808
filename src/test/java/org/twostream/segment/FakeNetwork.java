
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
import org.twostream.net.OutOfDeviceMemory;
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
	/** Voxels that the output lacks at each end, {z, y, x}. */
	int[] margin = new int[3];
	int[] multiples = { 2, 4, 4 };
	/** Windows that fit into its memory. */
	int memory = Integer.MAX_VALUE;
	final List<int[]> shapes = new ArrayList<>();
	final List<Double> rates = new ArrayList<>();
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
		return new InputSizes(axis(0), axis(1), axis(2));
	}

	private InputSizes.Axis axis(final int a) {
		return new InputSizes.Axis(multiples[a], multiples[a], margin[a]);
	}

	@Override
	public Tensor predict(final Tensor input) {
		final int[] s = input.shape();
		shapes.add(s);
		if (s[0] > memory) throw new OutOfDeviceMemory("fake",
			new IllegalStateException(s[0] + " windows"));
		final int n = s[2] * s[3] * s[4];
		final float[] out = new float[s[0] * channels * n];
		for (int b = 0; b < s[0]; b++)
			for (int c = 0; c < channels; c++)
				for (int i = 0; i < n; i++)
					out[(b * channels + c) * n + i] = (float) sigmoid(SLOPE * (threshold -
						input.values()[b * n + i]) + context * (i % s[4]) + c);
		return inside(out, s);
	}

	private Tensor inside(final float[] all, final int[] s) {
		final int zn = s[2] - 2 * margin[0];
		final int yn = s[3] - 2 * margin[1];
		final int xn = s[4] - 2 * margin[2];
		final float[] part = new float[s[0] * channels * zn * yn * xn];
		for (int i = 0; i < part.length; i++) {
			final int z = i / xn / yn % zn + margin[0];
			final int y = i / xn % yn + margin[1];
			part[i] = all[((i / xn / yn / zn * s[2] + z) * s[3] + y) * s[4] + i % xn +
				margin[2]];
		}
		return new Tensor(part, s[0], channels, zn, yn, xn);
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
		write(safetensors, String.valueOf(threshold));
	}

	private static void write(final Path file, final String text) {
		try {
			Files.writeString(file, text);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String text(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		// nothing to release
	}

	private final class Training implements SegmentationTraining {

		private final Optimizer optimizer;
		private final List<Double> gradients = new ArrayList<>();
		private int step;

		Training(final Optimizer optimizer) {
			this.optimizer = optimizer;
		}

		@Override
		public int step() {
			return step;
		}

		@Override
		public double gather(final Tensor input, final Tensor target,
			final Tensor weights)
		{
			final float[] p = predict(input).values();
			double sum = 0;
			for (int i = 0; i < p.length; i++)
				sum += SLOPE * (target.values()[i] - p[i]);
			gradients.add(sum / p.length);
			return loss(input, target);
		}

		@Override
		public void update(final double rate) {
			rates.add(rate);
			threshold += rate * gradients.stream().mapToDouble(g -> g).average()
				.orElseThrow();
			gradients.clear();
			step++;
		}

		@Override
		public double step(final Tensor input, final Tensor target,
			final Tensor weights)
		{
			final double before = gather(input, target, weights);
			update(optimizer.rate(step));
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
		public void asFinished(final List<Tensor> inputs, final Runnable work) {
			work.run();
		}

		@Override
		public void finish(final List<Tensor> inputs) {
			estimateNormalization(inputs);
		}

		@Override
		public void finish(final Path weights) {
			threshold = Double.parseDouble(text(weights));
		}

		@Override
		public void saveState(final Path file, final String note) {
			write(file, step + " " + threshold + " " + note);
			saves++;
		}

		@Override
		public String restoreState(final Path file) {
			final String[] parts = text(file).split(" ", 3);
			step = Integer.parseInt(parts[0]);
			threshold = Double.parseDouble(parts[1]);
			return parts[2];
		}

		@Override
		public void close() {
			// nothing to release
		}
	}
}
