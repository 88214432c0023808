
package org.twostream.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.twostream.core.Json;
import org.twostream.core.Seed;
import org.twostream.net.Architecture;
import org.twostream.net.InputSizes;
import org.twostream.net.KnownArchitecture;
import org.twostream.net.Optimizer;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.SegmentationTraining;
import org.twostream.net.Tensor;
import org.twostream.net.TorchEngine;

/**
 * Writes every network in full width, after one training step, with an input
 * and what comes out, for {@code src/test/python/check_weights.py}, which loads
 * the weights into plain PyTorch modules and compares. Argument: a folder.
 */
public final class SavedNetworks {

	private SavedNetworks() {}

	public static void main(final String[] args) throws IOException {
		try (TorchEngine engine = TorchEngine.open("cpu", 0)) {
			for (final KnownArchitecture known : KnownArchitecture.values()) {
				final Path folder = Path.of(args[0]).resolve(known.key());
				Files.createDirectories(folder);
				write(engine, known.with(3), folder);
				System.out.println(folder);
			}
		}
	}

	private static void write(final TorchEngine engine, final Architecture a,
		final Path folder) throws IOException
	{
		try (SegmentationNetwork net = engine.segmentation(a, new Seed(1));
				SegmentationTraining training = net.train(Optimizer.cosine(1e-3, 4)))
		{
			final InputSizes sizes = net.inputSizes();
			final Tensor input = noise(1, 2, 1, sizes.z().atLeast(2), sizes.y()
				.atLeast(60), sizes.x().atLeast(60));
			final Tensor target = noise(2, 2, 3, input.size(2), input.size(3), input
				.size(4));
			for (int i = 0; i < target.values().length; i++)
				target.values()[i] = Math.round(target.values()[i]);
			training.step(input, target);
			training.estimateNormalization(List.of(input));
			net.save(folder.resolve("weights.safetensors"));
			final Tensor output = net.predict(input);
			floats(folder.resolve("input.f32"), input);
			floats(folder.resolve("output.f32"), output);
			new Json().put("architecture", a.json()).put("parameters", net
				.parameterCount()).put("input", shape(input)).put("output", shape(
					output)).write(folder.resolve("model.json"));
		}
	}

	private static List<Integer> shape(final Tensor t) {
		return java.util.Arrays.stream(t.shape()).boxed().toList();
	}

	private static Tensor noise(final long seed, final int... shape) {
		final Tensor t = Tensor.zeros(shape);
		final var random = new Seed(seed).random();
		for (int i = 0; i < t.values().length; i++)
			t.values()[i] = (float) random.nextDouble();
		return t;
	}

	private static void floats(final Path file, final Tensor tensor)
		throws IOException
	{
		final ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.values().length)
			.order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(tensor.values());
		Files.write(file, bytes.array());
	}
}
