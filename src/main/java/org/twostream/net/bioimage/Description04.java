
package org.twostream.net.bioimage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.net.NumberType;
import org.twostream.net.bioimage.AxisOrder.Axis;
import org.twostream.net.bioimage.ModelDescription.Input;
import org.twostream.net.bioimage.ModelDescription.Output;
import org.twostream.net.bioimage.ModelDescription.SizeRule;
import org.twostream.net.bioimage.ModelDescription.TestCase;
import org.twostream.net.bioimage.ModelDescription.Tolerance;

/** Reads descriptions of the versions 0.4. */
final class Description04 {

	private final Json rdf;
	private final String whence;

	Description04(final Json rdf, final String whence) {
		this.rdf = rdf;
		this.whence = whence;
	}

	ModelDescription read() {
		final Json in = ModelDescription.only(rdf, "inputs", whence);
		final Json out = ModelDescription.only(rdf, "outputs", whence);
		final Input input = input(in);
		return new ModelDescription(rdf.string("name", ""), rdf.string(
			"format_version"), input, output(out, in, input), ModelDescription
				.weights(rdf, whence), test());
	}

	private Input input(final Json t) {
		final AxisOrder order = Axes.order(t.string("axes"), whence);
		final boolean free = t.isObject("shape");
		final double[] least = free ? t.object("shape").numbers("min") : t.numbers(
			"shape");
		final double[] step = free ? t.object("shape").numbers("step")
			: new double[least.length];
		fits("shape", least.length, order);
		fits("step", step.length, order);
		final Map<Axis, SizeRule> sizes = new EnumMap<>(Axis.class);
		for (int i = 0; i < least.length; i++)
			sizes.put(order.axes().get(i), new SizeRule((int) least[i],
				(int) step[i]));
		final SizeRule channels = sizes.remove(Axis.CHANNEL);
		if (channels != null && channels.least() != 1) throw new UserError(
			"The model " + whence + " wants " + channels.least() +
				" input channels, an EM volume has one; choose another model.");
		// A batch that may not grow is written as a size without a step.
		final SizeRule batch = sizes.remove(Axis.BATCH);
		final OperationReader reader = new OperationReader(whence, order, 1);
		final String type = t.string("data_type", "float32");
		final List<Operation> operations = new ArrayList<>();
		operations.add(reader.cast(type));
		operations.addAll(reader.read(t.objects("preprocessing")));
		// 0.4 has always meant networks of float32, whatever the type of the data.
		return new Input(order, sizes, batch == null || batch.step() == 0,
			new Preprocessing(ModelDescription.isUnit(type, t.numbers("data_range"))
				? 1 / 255. : 1, operations, NumberType.FLOAT32));
	}

	private Output output(final Json t, final Json in, final Input input) {
		final AxisOrder order = Axes.order(t.string("axes"), whence);
		final List<String> halo = t.isList("halo") ? t.strings("halo") : Collections
			.nCopies(order.axes().size(), "0");
		fits("halo", halo.size(), order);
		final Map<Axis, Integer> missing = new EnumMap<>(Axis.class);
		final Map<Axis, Integer> crop = new EnumMap<>(Axis.class);
		int channels = 1;
		for (int i = 0; i < order.axes().size(); i++) {
			final Axis axis = order.axes().get(i);
			if (axis == Axis.BATCH) continue;
			if (axis == Axis.CHANNEL) channels = channels(t, i);
			else {
				missing.put(axis, missing(t, i, input.sizes().getOrDefault(axis,
					new SizeRule(1, 0))));
				crop.put(axis, (int) Double.parseDouble(halo.get(i)));
			}
		}
		return new Output(order, IntStream.rangeClosed(1, channels).mapToObj(
			Integer::toString).toList(), missing, crop, new Postprocessing(
				new OperationReader(whence, order, channels).read(t.objects(
					"postprocessing"))));
	}

	/** Of the reference, with null for an axis that it does not have. */
	private List<String> scale(final Json shape, final int length) {
		final List<String> scale = shape.strings("scale");
		if (scale.size() != length) throw damaged("scale");
		return scale;
	}

	private int channels(final Json t, final int i) {
		if (!t.isObject("shape")) return (int) t.numbers("shape")[i];
		final Json shape = t.object("shape");
		final String scale = scale(shape, t.string("axes").length()).get(i);
		return (int) (("null".equals(scale) ? 0 : Double.parseDouble(scale)) + 2 *
			shape.numbers("offset")[i]);
	}

	private int missing(final Json t, final int i, final SizeRule input) {
		if (!t.isObject("shape")) {
			final double[] shape = t.numbers("shape");
			if (input.step() != 0 || shape.length <= i) throw damaged("shape");
			return half(input.least() - (int) shape[i]);
		}
		final Json shape = t.object("shape");
		final String scale = scale(shape, t.string("axes").length()).get(i);
		if ("null".equals(scale) || Double.parseDouble(scale) != 1)
			throw new UserError("The model " + whence +
				" gives voxels of another size than those it takes (scale " + scale +
				"); choose a model with as many voxels per axis.");
		return half((int) (-2 * shape.numbers("offset")[i]));
	}

	private int half(final int difference) {
		if (difference >= 0 && difference % 2 == 0) return difference / 2;
		throw new UserError("The model " + whence + " gives " + -difference +
			" voxels more than it takes along an axis; choose a model whose output is as large as its input or smaller by the same at both ends.");
	}

	private Optional<TestCase> test() {
		final List<String> in = rdf.strings("test_inputs");
		final List<String> out = rdf.strings("test_outputs");
		return in.isEmpty() || out.isEmpty() ? Optional.empty() : Optional.of(
			new TestCase(in.get(0), "", out.get(0), "", Tolerance.USUAL));
	}

	private void fits(final String what, final int length,
		final AxisOrder order)
	{
		if (length != order.axes().size()) throw damaged(what);
	}

	private UserError damaged(final String what) {
		return new UserError("The description of " + whence + " has a " + what +
			" that does not fit its axes; correct it or get the package again.");
	}
}
