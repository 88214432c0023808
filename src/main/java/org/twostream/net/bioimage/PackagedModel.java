
package org.twostream.net.bioimage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.net.Engine;
import org.twostream.net.ForeignModule;
import org.twostream.net.InferenceNetwork;
import org.twostream.net.bioimage.AxisOrder.Axis;
import org.twostream.net.bioimage.ModelDescription.SizeRule;

/** A bioimage.io model package with TorchScript weights. */
final class PackagedModel implements ImportedModel {

	private static final Map<Axis, Integer> SECTIONS = Map.of(Axis.X, 256, Axis.Y,
		256, Axis.Z, 1);
	private static final Map<Axis, Integer> VOLUMES = Map.of(Axis.X, 128, Axis.Y,
		128, Axis.Z, 32);

	private final PackageFiles files;
	private final ModelDescription description;

	PackagedModel(final PackageFiles files) {
		this.files = files;
		description = ModelDescription.of(files);
	}

	@Override
	public String fingerprint() {
		return files.fingerprint(description.weights().source());
	}

	@Override
	public int[] usualWindow() {
		return new int[] { usual(Axis.X), usual(Axis.Y), usual(Axis.Z) };
	}

	private int usual(final Axis axis) {
		final SizeRule rule = description.input().sizes().getOrDefault(axis,
			new SizeRule(1, 0));
		if (rule.step() == 0) return rule.least();
		final int wanted = (description.input().volumetric() ? VOLUMES : SECTIONS)
			.get(axis) + 2 * ImportedNetwork.margin(description.output(), axis);
		return wanted <= rule.least() ? rule.least() : rule.least() + (wanted - rule
			.least() + rule.step() - 1) / rule.step() * rule.step();
	}

	@Override
	public boolean needsStatistics() {
		return description.input().preprocessing().needsStatistics();
	}

	@Override
	public InferenceNetwork open(final Engine engine, final int[] window,
		final long[][] histograms, final OutputChoice choice)
	{
		final ForeignModule module = module(engine);
		try {
			new PackageTest(files, description).check(module);
			return new ImportedNetwork(files.place().toString(), description, module,
				choice, description.input().preprocessing().intensities(histograms));
		}
		catch (final RuntimeException e) {
			module.close();
			throw e;
		}
	}

	private ForeignModule module(final Engine engine) {
		final String source = description.weights().source();
		try (InputStream in = files.checked(source, description.weights()
			.sha256()))
		{
			return engine.module(in, files.name(source));
		}
		catch (final IOException e) {
			throw new UserError("Cannot read " + files.name(source) + " (" + e
				.getMessage() + "); get the package again.", e);
		}
	}

	@Override
	public Json report(final Engine engine) {
		try (ForeignModule module = module(engine)) {
			final int[] w = usualWindow();
			return new Json().put("model", description.name()).put("format",
				"bioimage.io " + description.version()).put("input", description.input()
					.order().toString()).put("output_channels", String.join(", ",
						description.output().channels())).put("window", w[0] + "," + w[1] +
							"," + w[2]).put("test", new PackageTest(files, description).check(
								module));
		}
	}
}
