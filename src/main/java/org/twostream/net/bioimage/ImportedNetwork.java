
package org.twostream.net.bioimage;

import java.util.Arrays;

import org.twostream.core.UserError;
import org.twostream.net.ForeignModule;
import org.twostream.net.InferenceNetwork;
import org.twostream.net.InputSizes;
import org.twostream.net.Intensities;
import org.twostream.net.Tensor;
import org.twostream.net.bioimage.AxisOrder.Axis;
import org.twostream.net.bioimage.ModelDescription.Output;
import org.twostream.net.bioimage.ModelDescription.SizeRule;

/** A foreign module as a network from windows to probabilities. */
final class ImportedNetwork implements InferenceNetwork {

	// Rounding may lead a little out of 0..1; anything more is no probability.
	private static final float SLACK = 1e-3f;

	private final String whence;
	private final ModelDescription description;
	private final ForeignModule module;
	private final int[] channels;
	private final Intensities intensities;

	ImportedNetwork(final String whence, final ModelDescription description,
		final ForeignModule module, final OutputChoice choice,
		final Intensities intensities)
	{
		this.whence = whence;
		this.module = module;
		this.intensities = intensities;
		final Output o = description.output();
		channels = choice.channels(o.channels(), whence);
		this.description = choice.operation().map(last -> new ModelDescription(
			description.name(), description.version(), description.input(),
			new Output(o.order(), o.channels(), o.missing(), o.halo(), o
				.postprocessing().and(last)), description.weights(), description
					.test())).orElse(description);
	}

	@Override
	public int channels() {
		return channels.length;
	}

	@Override
	public InputSizes inputSizes() {
		return new InputSizes(sizes(Axis.Z), sizes(Axis.Y), sizes(Axis.X));
	}

	private InputSizes.Axis sizes(final Axis axis) {
		final SizeRule rule = description.input().sizes().getOrDefault(axis,
			new SizeRule(1, 0));
		final int margin = margin(description.output(), axis);
		return rule.step() == 0 ? InputSizes.Axis.fixed(rule.least(), margin)
			: new InputSizes.Axis(rule.least(), rule.step(), margin);
	}

	static int margin(final Output output, final Axis axis) {
		return output.missing().getOrDefault(axis, 0) + output.halo().getOrDefault(
			axis, 0);
	}

	@Override
	public Intensities intensities() {
		return intensities;
	}

	@Override
	public Tensor predict(final Tensor input) {
		final Tensor all = run(module, description, input, whence);
		final int[] s = all.shape();
		final int[] cut = new int[5];
		for (final Axis a : Axis.values()) {
			cut[a.ordinal()] = description.output().halo().getOrDefault(a, 0);
			final int expected = input.size(a.ordinal()) - 2 * margin(description
				.output(), a);
			final int found = s[a.ordinal()] - 2 * cut[a.ordinal()];
			if (a != Axis.CHANNEL && (found != expected || found < 1))
				throw new UserError("The model " + whence + " gives " + Arrays.toString(
					s) + " of " + Arrays.toString(input.shape()) +
					" (batch, channel, z, y, x), less than its description says or nothing but its halo; give a larger window.");
		}
		final Tensor result = Tensor.zeros(s[0], channels.length, s[2] - 2 * cut[2],
			s[3] - 2 * cut[3], s[4] - 2 * cut[4]);
		final int nx = result.size(4);
		int to = 0;
		for (int b = 0; b < s[0]; b++)
			for (final int c : channels)
				for (int z = cut[2]; z < s[2] - cut[2]; z++)
					for (int y = cut[3]; y < s[3] - cut[3]; y++, to += nx)
						probabilities(all.values(), (((b * s[1] + c) * s[2] + z) * s[3] +
							y) * s[4] + cut[4], result.values(), to, nx);
		return result;
	}

	private void probabilities(final float[] from, final int start,
		final float[] to, final int at, final int n)
	{
		for (int i = 0; i < n; i++) {
			final float p = from[start + i];
			// NaN is in no range.
			if (!(p >= -SLACK && p <= 1 + SLACK)) throw new UserError("The model " +
				whence + " gives " + p +
				", which is no probability in 0..1; if it gives logits, add activation=sigmoid, or activation=softmax for channels that exclude each other.");
			to[at + i] = Math.max(0, Math.min(1, p));
		}
	}

	/**
	 * The network with its postprocessing, all channels and the halo.
	 *
	 * @param input preprocessed, (batch, 1, z, y, x)
	 * @return (batch, channel, z, y, x)
	 */
	static Tensor run(final ForeignModule module, final ModelDescription d,
		final Tensor input, final String whence)
	{
		final int batch = input.size(0);
		if (batch > 1 && d.input().oneAtATime()) return oneAtATime(module, d, input,
			whence);
		final Tensor output = module.run(d.input().order().fromOurs(input), d
			.input().preprocessing().type());
		if (output.axes() != d.output().order().axes().size()) throw new UserError(
			"The model " + whence + " gives " + Arrays.toString(output.shape()) +
				", its description says " + d.output().order() +
				"; get the package again, or ask its authors.");
		final Tensor ours = d.output().order().toOurs(output);
		if (ours.size(1) != d.output().channels().size() || ours.size(0) != batch)
			throw new UserError("The model " + whence + " gives " + ours.size(0) +
				" times " + ours.size(1) + " channels, its description says " + batch +
				" times " + d.output().channels().size() +
				"; get the package again, or ask its authors.");
		d.output().postprocessing().apply(ours);
		return ours;
	}

	private static Tensor oneAtATime(final ForeignModule module,
		final ModelDescription d, final Tensor input, final String whence)
	{
		final int n = input.values().length / input.size(0);
		final int[] shape = input.shape();
		shape[0] = 1;
		float[] all = {};
		int[] sides = {};
		for (int b = 0; b < input.size(0); b++) {
			final Tensor part = run(module, d, new Tensor(Arrays.copyOfRange(input
				.values(), b * n, (b + 1) * n), shape), whence);
			if (b == 0) {
				sides = part.shape();
				all = new float[part.values().length * input.size(0)];
			}
			System.arraycopy(part.values(), 0, all, b * part.values().length, part
				.values().length);
		}
		sides[0] = input.size(0);
		return new Tensor(all, sides);
	}

	@Override
	public void close() {
		module.close();
	}
}
