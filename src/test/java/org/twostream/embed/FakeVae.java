
package org.twostream.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.net.Optimizer;
import org.twostream.net.Tensor;
import org.twostream.net.TripletTraining;
import org.twostream.net.Vae;
import org.twostream.net.VaeTraining;

/**
 * An autoencoder with one weight, for tests: it "reconstructs" every pixel as
 * the weight, and embeds a patch as its first pixel and its mean. It notes the
 * first pixels of all it was given.
 */
final class FakeVae implements Vae {

	double weight;
	final List<float[]> learned = new ArrayList<>();
	final List<float[]> heldOut = new ArrayList<>();
	final List<float[][]> triplets = new ArrayList<>();

	static float[] firstPixels(final Tensor patches) {
		final float[] first = new float[patches.size(0)];
		for (int i = 0; i < first.length; i++)
			first[i] = patches.values()[i * PatchSource.PIXELS];
		return first;
	}

	private static double mean(final Tensor patches, final int i) {
		double sum = 0;
		for (int k = 0; k < PatchSource.PIXELS; k++)
			sum += patches.values()[i * PatchSource.PIXELS + k];
		return sum / PatchSource.PIXELS;
	}

	@Override
	public int latent() {
		return 2;
	}

	@Override
	public long parameterCount() {
		return 1;
	}

	@Override
	public Matrix encode(final Tensor patches) {
		final float[][] rows = new float[patches.size(0)][];
		final float[] first = firstPixels(patches);
		for (int i = 0; i < rows.length; i++)
			rows[i] = new float[] { first[i], (float) mean(patches, i) };
		return new Matrix(rows, 2);
	}

	@Override
	public Tensor reconstruct(final Tensor patches) {
		final Tensor all = Tensor.zeros(patches.shape());
		java.util.Arrays.fill(all.values(), (float) weight);
		return all;
	}

	@Override
	public VaeTraining train(final Optimizer optimizer, final Seed seed) {
		return new Training(optimizer);
	}

	@Override
	public TripletTraining refine(final Optimizer optimizer) {
		return new TripletTraining() {

			@Override
			public double step(final Tensor patches, final Tensor positives,
				final Tensor negatives)
			{
				triplets.add(new float[][] { firstPixels(patches), firstPixels(
					positives), firstPixels(negatives) });
				return 0.5 / triplets.size();
			}

			@Override
			public void close() {
				// nothing to release
			}
		};
	}

	@Override
	public void save(final Path safetensors) {
		try {
			Files.writeString(safetensors, Double.toString(weight));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void load(final Path safetensors) {
		try {
			weight = Double.parseDouble(Files.readString(safetensors));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		// nothing to release
	}

	private final class Training implements VaeTraining {

		private final Optimizer optimizer;
		private int step;

		Training(final Optimizer optimizer) {
			this.optimizer = optimizer;
		}

		@Override
		public int step() {
			return step;
		}

		private Loss error(final Tensor patches) {
			double sum = 0;
			for (final float v : patches.values())
				sum += Math.abs(v - weight);
			final double l1 = sum / patches.values().length;
			return new Loss(l1, weight * weight, l1 * PatchSource.PIXELS + weight *
				weight);
		}

		@Override
		public Loss step(final Tensor patches) {
			learned.add(firstPixels(patches));
			final Loss before = error(patches);
			double slope = 0;
			for (final float v : patches.values())
				slope += Math.signum(v - weight);
			weight += optimizer.rate(step++) * slope / patches.values().length;
			return before;
		}

		@Override
		public Loss loss(final Tensor patches) {
			heldOut.add(firstPixels(patches));
			return error(patches);
		}

		@Override
		public void saveState(final Path file) {
			try {
				Files.writeString(file, step + " " + weight);
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
				weight = Double.parseDouble(parts[1]);
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
