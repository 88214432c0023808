
package org.twostream.net.bioimage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.net.NumberType;
import org.twostream.net.bioimage.AxisOrder.Axis;
import org.twostream.net.bioimage.Operation.Fitted;
import org.twostream.net.bioimage.Operation.Pointwise;
import org.twostream.net.bioimage.Operation.Scope;
import org.twostream.net.bioimage.Operation.Softmax;

/**
 * Reads the operations of a tensor's description. A sample is the volume where
 * the network sees volumes, a section where it sees sections; the data set is
 * the volume.
 *
 * @param whence the package, for messages
 * @param order the tensor's axes
 * @param channels how many it has
 */
record OperationReader(String whence, AxisOrder order, int channels) {

	private static final double EPS = 1e-6;

	/**
	 * Both versions of the description, which call the operation's name "name"
	 * (0.4) or "id" (0.5).
	 *
	 * @throws UserError if one is not here
	 */
	List<Operation> read(final List<Json> steps) {
		final List<Operation> operations = new ArrayList<>();
		for (final Json step : steps)
			operations.add(operation(step.string("id", step.string("name", "")), step
				.has("kwargs") ? step.object("kwargs") : new Json()));
		return operations;
	}

	private Operation operation(final String name, final Json k) {
		switch (name) {
			case "scale_linear":
				final double[] gain = each(k, "gain", 1);
				final double[] offset = each(k, "offset", 0);
				return new Pointwise((v, c) -> v * gain[c] + offset[c]);
			case "clip":
				return clip(k);
			case "binarize":
				final double[] threshold = each(k, "threshold", 0.5);
				return new Pointwise((v, c) -> v > threshold[c] ? 1 : 0);
			case "sigmoid":
				return sigmoid();
			case "softmax":
				if (channels < 2 || !List.of("channel", "c").contains(k.string("axis",
					"channel"))) throw refused("softmax along another axis than a " +
						"channel axis of two or more channels");
				return new Softmax();
			case "ensure_dtype":
				return cast(k.string("dtype"));
			case "fixed_zero_mean_unit_variance":
				return standardized(k);
			case "zero_mean_unit_variance":
				if ("fixed".equals(k.string("mode", k.has("mean") ? "fixed" : "")))
					return standardized(k);
				final double eps = k.number("eps", EPS);
				return new Fitted(scope(name, k), d -> linear(d.mean(), d.deviation() +
					eps));
			case "scale_range":
				return range(k);
			default:
				throw refused(name.isEmpty() ? "an operation without a name" : name);
		}
	}

	/** The logistic function. */
	static Operation sigmoid() {
		return Pointwise.of(v -> 1 / (1 + Math.exp(-v)));
	}

	/** Conversion to a type, rounding as it does. */
	Operation cast(final String type) {
		switch (type) {
			case "uint16":
				return Pointwise.of(v -> Math.min(65535, Math.max(0, NumberType.INT64
					.of(v))));
			case "uint32":
				return Pointwise.of(v -> Math.min(4294967295., Math.max(0,
					NumberType.INT64.of(v))));
			case "uint64":
				return Pointwise.of(v -> Math.max(0, NumberType.INT64.of(v)));
			default:
				return Pointwise.of(type(type)::of);
		}
	}

	/**
	 * @throws UserError if no network here can be given it
	 */
	NumberType type(final String name) {
		return NumberType.named(name).orElseThrow(() -> refused("numbers of type " +
			name + ", which PyTorch computes little with"));
	}

	private Operation standardized(final Json k) {
		final double[] mean = each(k, "mean", 0);
		final double[] deviation = each(k, "std", 1);
		final double eps = k.number("eps", EPS);
		return new Pointwise((v, c) -> (v - mean[c]) / (deviation[c] + eps));
	}

	private Operation clip(final Json k) {
		final Optional<Double> low = percentile(k, "min_percentile");
		final Optional<Double> high = percentile(k, "max_percentile");
		final double min = k.number("min", Double.NEGATIVE_INFINITY);
		final double max = k.number("max", Double.POSITIVE_INFINITY);
		if (low.isEmpty() && high.isEmpty()) return Pointwise.of(v -> Math.max(min,
			Math.min(max, v)));
		return new Fitted(scope("clip", k), d -> {
			final double from = low.map(d::nearestQuantile).orElse(min);
			final double to = high.map(d::nearestQuantile).orElse(max);
			return v -> Math.max(from, Math.min(to, v));
		});
	}

	private Operation range(final Json k) {
		if (k.has("reference_tensor")) throw refused(
			"scale_range by another tensor");
		final double low = percentile(k, "min_percentile").orElse(0.);
		final double high = percentile(k, "max_percentile").orElse(1.);
		final double eps = k.number("eps", EPS);
		return new Fitted(scope("scale_range", k), d -> {
			final double from = d.quantile(low);
			return linear(from, d.quantile(high) - from + eps);
		});
	}

	private static DoubleUnaryOperator linear(final double zero,
		final double unit)
	{
		return v -> (v - zero) / unit;
	}

	/** As a share 0..1. */
	private static Optional<Double> percentile(final Json k, final String name) {
		return k.has(name) ? Optional.of(k.number(name) / 100) : Optional.empty();
	}

	/** One number for each channel, given as a number or as a list. */
	private double[] each(final Json k, final String name,
		final double otherwise)
	{
		final double[] given = k.isList(name) ? k.numbers(name) : new double[] { k
			.number(name, otherwise) };
		if (k.has("axis") && !List.of("channel", "c").contains(k.string("axis")))
			throw refused(name + " along the axis " + k.string("axis"));
		if (given.length != 1 && given.length != channels) throw refused(
			given.length + " values of " + name + " for " + channels + " channels");
		final double[] all = new double[channels];
		for (int c = 0; c < channels; c++)
			all[c] = given[given.length == 1 ? 0 : c];
		return all;
	}

	private Scope scope(final String name, final Json k) {
		final boolean dataset = "per_dataset".equals(k.string("mode", ""));
		if (!k.has("axes")) return Scope.VOLUME;
		final Set<Axis> axes = EnumSet.noneOf(Axis.class);
		for (final String a : k.isList("axes") ? k.strings("axes") : List.of(k
			.string("axes").split("")))
			axes.add(Axes.named(a, whence));
		if (dataset) axes.add(Axis.BATCH);
		if (!axes.contains(Axis.X) || !axes.contains(Axis.Y)) throw refused(name +
			" over axes without x and y");
		return axes.contains(order.has(Axis.Z) ? Axis.Z : Axis.BATCH) ? Scope.VOLUME
			: Scope.SECTION;
	}

	private UserError refused(final String what) {
		return new UserError("The model " + whence + " asks for " + what +
			", which TwoStream does not do; choose another model or export this one without it.");
	}
}
