
package org.twostream.net.bioimage;

import java.util.ArrayList;
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

/** Reads descriptions of the versions 0.5. */
final class Description05 {

	private static final String CAST = "ensure_dtype";

	private final Json rdf;
	private final String whence;

	Description05(final Json rdf, final String whence) {
		this.rdf = rdf;
		this.whence = whence;
	}

	ModelDescription read() {
		final Json in = ModelDescription.only(rdf, "inputs", whence);
		final Json out = ModelDescription.only(rdf, "outputs", whence);
		final Input input = input(in);
		return new ModelDescription(rdf.string("name", ""), rdf.string(
			"format_version"), input, output(out, in, input), ModelDescription
				.weights(rdf, whence), test(in, out));
	}

	private AxisOrder order(final Json tensor) {
		return Axes.checked(tensor.objects("axes").stream().map(this::axis)
			.toList(), whence);
	}

	private Axis axis(final Json axis) {
		final String type = axis.string("type");
		return Axes.named("space".equals(type) ? axis.string("id", "x") : type,
			whence);
	}

	private Input input(final Json t) {
		final AxisOrder order = order(t);
		final Map<Axis, SizeRule> sizes = new EnumMap<>(Axis.class);
		boolean one = !order.has(Axis.BATCH);
		for (final Json a : t.objects("axes")) {
			final Axis axis = axis(a);
			if (axis == Axis.BATCH) one = a.has("size");
			else if (axis != Axis.CHANNEL) sizes.put(axis, size(a, t));
			else if (channelNames(a).size() != 1) throw new UserError("The model " +
				whence + " wants the input channels " + channelNames(a) +
				", an EM volume has one; choose another model.");
		}
		return new Input(order, sizes, one, preprocessing(t, order));
	}

	private static List<String> channelNames(final Json axis) {
		return axis.strings("channel_names");
	}

	private SizeRule size(final Json a, final Json tensor) {
		if (!a.isObject("size")) return new SizeRule((int) a.integer("size"), 0);
		final Json size = a.object("size");
		if (!size.has("axis_id")) return new SizeRule((int) size.integer("min"),
			(int) size.integer("step"));
		// The same sizes as another axis of this tensor.
		final Json other = named(tensor, size.string("axis_id"));
		if (other.isObject("size") && other.object("size").has("axis_id"))
			throw damaged("size");
		if (a.number("scale", 1) != other.number("scale", 1)) throw damaged(
			"scale");
		final SizeRule rule = size(other, tensor);
		return new SizeRule(rule.least() + (int) size.number("offset", 0), rule
			.step());
	}

	private Json named(final Json tensor, final String id) {
		for (final Json a : tensor.objects("axes"))
			if (Axes.named(id, whence) == axis(a)) return a;
		throw damaged("size");
	}

	private static Json data(final Json tensor) {
		return tensor.isList("data") ? tensor.objects("data").get(0) : tensor
			.isObject("data") ? tensor.object("data") : new Json();
	}

	private Preprocessing preprocessing(final Json t, final AxisOrder order) {
		final OperationReader reader = new OperationReader(whence, order, 1);
		final String type = data(t).string("type", "float32");
		final List<Json> steps = t.objects("preprocessing");
		final List<Operation> operations = new ArrayList<>();
		// The specification adds a conversion in front and at the end.
		if (steps.isEmpty() || !isCast(steps.get(0))) operations.add(reader.cast(
			type));
		operations.addAll(reader.read(steps));
		NumberType last = NumberType.BOOL;
		if (steps.isEmpty() || !"binarize".equals(steps.get(steps.size() - 1)
			.string("id", "")))
		{
			final boolean cast = !steps.isEmpty() && isCast(steps.get(steps.size() -
				1));
			last = reader.type(cast ? steps.get(steps.size() - 1).object("kwargs")
				.string("dtype") : type);
			if (!cast) operations.add(reader.cast(type));
		}
		final List<String> range = data(t).strings("range");
		return new Preprocessing(range.contains("null") ? 1 : ModelDescription
			.isUnit(type, data(t).numbers("range")) ? 1 / 255. : 1, operations, last);
	}

	private static boolean isCast(final Json step) {
		return CAST.equals(step.string("id", ""));
	}

	private Output output(final Json t, final Json in, final Input input) {
		final AxisOrder order = order(t);
		final Map<Axis, Integer> missing = new EnumMap<>(Axis.class);
		final Map<Axis, Integer> halo = new EnumMap<>(Axis.class);
		List<String> channels = List.of("1");
		for (final Json a : t.objects("axes")) {
			final Axis axis = axis(a);
			if (axis == Axis.CHANNEL) channels = unique(channelNames(a));
			else if (axis != Axis.BATCH) {
				missing.put(axis, missing(a, axis, in, input));
				halo.put(axis, (int) a.number("halo", 0));
			}
		}
		return new Output(order, channels, missing, halo, new Postprocessing(
			new OperationReader(whence, order, channels.size()).read(t.objects(
				"postprocessing"))));
	}

	private static List<String> unique(final List<String> names) {
		return names.stream().distinct().count() == names.size() ? names : IntStream
			.rangeClosed(1, names.size()).mapToObj(Integer::toString).toList();
	}

	private int missing(final Json a, final Axis axis, final Json in,
		final Input input)
	{
		final SizeRule rule = input.sizes().getOrDefault(axis, new SizeRule(1, 0));
		if (!a.isObject("size")) {
			if (rule.step() != 0) throw damaged("size");
			return half(rule.least() - (int) a.integer("size"));
		}
		final Json size = a.object("size");
		if (!size.has("axis_id")) throw new UserError("The model " + whence +
			" gives outputs whose size depends on the data; choose a model with a probability per voxel.");
		final Json reference = named(in, size.string("axis_id"));
		if (axis(reference) != axis || a.number("scale", 1) != reference.number(
			"scale", 1)) throw new UserError("The model " + whence +
				" gives voxels of another size than those it takes; choose a model with as many voxels per axis.");
		return half(-(int) size.number("offset", 0));
	}

	private int half(final int difference) {
		if (difference >= 0 && difference % 2 == 0) return difference / 2;
		throw new UserError("The model " + whence + " gives " + -difference +
			" voxels more than it takes along an axis; choose a model whose output is as large as its input or smaller by the same at both ends.");
	}

	private Optional<TestCase> test(final Json in, final Json out) {
		if (!in.has("test_tensor") || !out.has("test_tensor")) return Optional
			.empty();
		final Json from = file(in);
		final Json to = file(out);
		return Optional.of(new TestCase(from.string("source"), from.string("sha256",
			""), to.string("source"), to.string("sha256", ""), tolerance(out.string(
				"id", "output"))));
	}

	private static Json file(final Json tensor) {
		return tensor.isObject("test_tensor") ? tensor.object("test_tensor")
			: new Json().put("source", tensor.string("test_tensor"));
	}

	private Tolerance tolerance(final String output) {
		if (!rdf.isObject("config") || !rdf.object("config").isObject("bioimageio"))
			return Tolerance.USUAL;
		for (final Json t : rdf.object("config").object("bioimageio").objects(
			"reproducibility_tolerance"))
			if (applies(t.strings("weights_formats"), "torchscript") && applies(t
				.strings("output_ids"), output)) return new Tolerance(t.number(
					"absolute_tolerance", Tolerance.USUAL.absolute()), t.number(
						"relative_tolerance", Tolerance.USUAL.relative()), t.number(
							"mismatched_elements_per_million", Tolerance.USUAL.perMillion()));
		return Tolerance.USUAL;
	}

	private static boolean applies(final List<String> limits,
		final String value)
	{
		return limits.isEmpty() || limits.contains(value);
	}

	private UserError damaged(final String what) {
		return new UserError("The description of " + whence + " has a " + what +
			" that does not fit its axes; correct it or get the package again.");
	}
}
