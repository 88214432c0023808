
package org.twostream.net.bioimage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.net.Engine;
import org.twostream.net.ForeignModule;
import org.twostream.net.InferenceNetwork;
import org.twostream.net.NumberType;
import org.twostream.net.Tensor;
import org.twostream.net.bioimage.AxisOrder.Axis;
import org.twostream.net.bioimage.ModelDescription.Input;
import org.twostream.net.bioimage.ModelDescription.Output;
import org.twostream.net.bioimage.ModelDescription.SizeRule;
import org.twostream.net.bioimage.ModelDescription.Weights;

/**
 * A TorchScript file of which nothing is known: from (batch, 1, z, y, x) or, if
 * it does not take that, (batch, 1, y, x) of intensities 0..1. What it gives is
 * found by running it on one grey window.
 */
record TorchScriptFile(Path path) implements ImportedModel {

	private static final AxisOrder SECTIONS = new AxisOrder(List.of(Axis.BATCH,
		Axis.CHANNEL, Axis.Y, Axis.X));
	private static final float GREY = 0.5f;

	@Override
	public String fingerprint() {
		return PackageFiles.hash(stream());
	}

	private InputStream stream() {
		try {
			return Files.newInputStream(path);
		}
		catch (final IOException e) {
			throw new UserError("Cannot read " + path + " (" + e.getMessage() +
				"); check the file and its permissions.", e);
		}
	}

	@Override
	public int[] usualWindow() {
		throw new UserError("The file " + path +
			" does not say which windows its network takes; give window=x,y,z, for example window=128,128,16, or z = 1 for a network of sections.");
	}

	@Override
	public boolean needsStatistics() {
		return false;
	}

	@Override
	public InferenceNetwork open(final Engine engine, final int[] window,
		final long[][] histograms, final OutputChoice choice)
	{
		final ForeignModule module = module(engine);
		try {
			final ModelDescription found = describe(module, window);
			return new ImportedNetwork(path.toString(), found, module, choice, found
				.input().preprocessing().intensities(histograms));
		}
		catch (final RuntimeException e) {
			module.close();
			throw e;
		}
	}

	private ForeignModule module(final Engine engine) {
		try (InputStream in = stream()) {
			return engine.module(in, path.toString());
		}
		catch (final IOException e) {
			throw new UserError("Cannot read " + path + " (" + e.getMessage() +
				"); check the file and its permissions.", e);
		}
	}

	private ModelDescription describe(final ForeignModule module,
		final int[] window)
	{
		try {
			return description(AxisOrder.OURS, window, module.run(grey(1, 1,
				window[2], window[1], window[0]), NumberType.FLOAT32));
		}
		catch (final UserError volume) {
			if (window[2] != 1) throw volume;
			// Two at once: one could also be taken for the single channel of a
			// volume.
			return description(SECTIONS, window, module.run(grey(2, 1, window[1],
				window[0]), NumberType.FLOAT32));
		}
	}

	private static Tensor grey(final int... shape) {
		final Tensor tensor = Tensor.zeros(shape);
		Arrays.fill(tensor.values(), GREY);
		return tensor;
	}

	private ModelDescription description(final AxisOrder order,
		final int[] window, final Tensor output)
	{
		if (output.axes() != order.axes().size()) throw new UserError(path +
			" makes " + Arrays.toString(output.shape()) + " of a window as " + order +
			"; choose a network that gives (batch, channel, z, y, x) or, for sections, (batch, channel, y, x).");
		final Tensor ours = order.toOurs(output);
		final Map<Axis, SizeRule> sizes = new EnumMap<>(Axis.class);
		final Map<Axis, Integer> missing = new EnumMap<>(Axis.class);
		for (final Axis a : List.of(Axis.Z, Axis.Y, Axis.X)) {
			final int side = window[Axis.X.ordinal() - a.ordinal()];
			final int less = side - ours.size(a.ordinal());
			if (less < 0 || less % 2 != 0) throw new UserError(path + " makes " +
				Arrays.toString(output.shape()) + " of a window of " + Arrays.toString(
					window) +
				" (x, y, z) voxels; choose a network whose output is as large as its input or smaller by the same at both ends.");
			sizes.put(a, new SizeRule(side, 0));
			missing.put(a, less / 2);
		}
		return new ModelDescription(path.getFileName().toString(), "TorchScript",
			new Input(order, sizes, false, new Preprocessing(1 / 255., List.of(),
				NumberType.FLOAT32)), new Output(order, IntStream.rangeClosed(1, ours
					.size(1)).mapToObj(Integer::toString).toList(), missing, Map.of(),
					new Postprocessing(List.of())), new Weights(path.toString(), ""),
			Optional.empty());
	}

	@Override
	public Json report(final Engine engine) {
		try (ForeignModule module = module(engine)) {
			return new Json().put("model", path.getFileName().toString()).put(
				"format", "TorchScript").put("test", "none");
		}
	}
}
