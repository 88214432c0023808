
package org.twostream.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.twostream.net.Parameter.Kind;

/**
 * A network while it is being described: its parameters and, side by side, the
 * TorchScript text of the pass with batch statistics ({@code logits}) and of
 * the faster pass whose normalisations are folded into the convolutions
 * ({@code infer}, after {@code prepare}). A value is named by the string that
 * the methods take and return.
 */
final class NetworkCode {

	/** The input's name. */
	static final String INPUT = "x0";

	private final List<Parameter> parameters = new ArrayList<>();
	private final StringBuilder logits = new StringBuilder();
	private final StringBuilder infer = new StringBuilder();
	private final StringBuilder prepare = new StringBuilder();
	private int values;
	private int folded;
	private String output = INPUT;
	private String beside = "";
	private final boolean channelsLast;
	/** Of the convolutions that can note what their gradient is made of. */
	private final List<Integer> notedWeights = new ArrayList<>();
	private final List<String> notedDilations = new ArrayList<>();
	private boolean otherLayers;

	/** A network that learns in the layout that is fastest for its type. */
	NetworkCode() {
		this(false);
	}

	/**
	 * @param channelsLast whether it learns with channels last in float32 too
	 */
	NetworkCode(final boolean channelsLast) {
		this.channelsLast = channelsLast;
	}

	List<Parameter> parameters() {
		return List.copyOf(parameters);
	}

	/** Whether it has {@code split_gradient}: no layer but convolutions. */
	boolean splits() {
		return !otherLayers;
	}

	/** Convolution, replicate padding to keep the size, normalisation. */
	String convNorm(final String x, final String name, final int in,
		final int out, final int[] kernel, final int[] dilation, final boolean bias)
	{
		final String w = weight(name + ".conv.weight", in, out, kernel);
		note(dilation);
		final String b = bias ? parameter(name + ".conv.bias", Kind.INERT, out)
			: "None";
		final String norm = String.join(", ", parameter(name + ".norm.weight",
			Kind.SCALE, out), parameter(name + ".norm.bias", Kind.SHIFT, out),
			parameter(name + ".norm.running_mean", Kind.MEAN, out), parameter(name +
				".norm.running_var", Kind.VARIANCE, out));
		final String geometry = geometry(kernel, dilation);
		final String y = value();
		final String normed = "(self).norm(" + learning(in) + x + ", " + w + ", " +
			b + ", " + geometry + ", h), " + norm + ", training, momentum)";
		// The first layer's layout becomes that of all others.
		line(logits, y, in == 1 && !channelsLast ? "(self).arranged(" + normed + ")"
			: normed);
		prepare.append("    (self).fold(f, " + w + ", " + b + ", " + norm + ")\n");
		line(infer, y, foldedConv(x, geometry));
		return y;
	}

	// One channel can be laid out either way, and is always as channels last.
	private String learning(final int in) {
		return in == 1 || channelsLast ? "(self).conv(" : "(self).learned(";
	}

	/** {@link #convNorm} with bias, then ELU. */
	String convNormElu(final String x, final String name, final int in,
		final int out, final int... kernel)
	{
		return elu(convNorm(x, name, in, out, kernel, new int[] { 1, 1, 1 }, true));
	}

	/** Convolution with bias, without normalisation. */
	String conv(final String x, final String name, final int in, final int out,
		final int... kernel)
	{
		final int[] dilation = { 1, 1, 1 };
		final String w = weight(name + ".weight", in, out, kernel);
		note(dilation);
		final String b = parameter(name + ".bias", Kind.SHIFT, out);
		final String geometry = geometry(kernel, dilation);
		final String y = value();
		line(logits, y, learning(in) + x + ", " + w + ", " + b + ", " + geometry +
			", h)");
		prepare.append("    torch.append(f, " + w + ")\n    torch.append(f, " + b +
			")\n");
		line(infer, y, foldedConv(x, geometry));
		return y;
	}

	/**
	 * A layer with weight and bias and without normalisation, by the method of
	 * that name: method(x, weight, bias, rest).
	 *
	 * @param out channels, the length of the bias
	 * @param shape of the weight
	 * @param rest further arguments, empty or starting with a comma
	 */
	String layer(final String method, final String x, final String name,
		final int out, final long[] shape, final String rest)
	{
		otherLayers = true;
		final String w = parameter(name + ".weight", Kind.WEIGHT, shape);
		final String b = parameter(name + ".bias", Kind.SHIFT, out);
		final String y = value();
		line(logits, y, "(self)." + method + "(" + x + ", " + w + ", " + b + rest +
			")");
		prepare.append("    torch.append(f, " + w + ")\n    torch.append(f, " + b +
			")\n");
		folded += 2;
		line(infer, y, "(self)." + method + "(" + x + ", f[" + (folded - 2) +
			"], f[" + (folded - 1) + "]" + rest + ")");
		return y;
	}

	/** ELU in place: x is not to be used again. */
	String elu(final String x) {
		return both("torch.elu_(" + x + ")");
	}

	/** x + y into x, which is not to be used again. */
	String addInto(final String x, final String y) {
		return both("torch.add_(" + x + ", " + y + ")");
	}

	/** x + y for an x that is a view and is not to be used again. */
	String add(final String x, final String y) {
		final String arguments = "(" + x + ", " + y + ")";
		return each("torch.add" + arguments, "torch.add_" + arguments);
	}

	/** x + x * gate: x is not to be used again. */
	String excite(final String x, final String gate, final String sides) {
		final String arguments = "(" + x + ", " + gate + ", " + sides + ")";
		return each("(self).excite" + arguments, "(self).excited" + arguments);
	}

	/** Maximum over (1, 2, 2). */
	String pool(final String x) {
		return both("(self).pool(" + x + ")");
	}

	/** The input averaged over (1, 2, 2). */
	String shrunkInput() {
		return both("torch.clone((self).shrink(" + INPUT +
			", 1, 2), memory_format=3)");
	}

	/** Trilinear up-sampling by (1, 2, 2). */
	String up(final String x) {
		return both("(self).up(" + x + ", 2.)");
	}

	/** Any expression, the same in both passes. */
	String both(final String expression) {
		return each(expression, expression);
	}

	// With gradients what was multiplied or viewed must stay as it was.
	private String each(final String learning, final String inferring) {
		final String y = value();
		line(logits, y, learning);
		line(infer, y, inferring);
		return y;
	}

	/** Says which value is the result: logits. */
	void result(final String x) {
		output = x;
	}

	/** Says which value comes out beside the result. */
	void beside(final String x) {
		beside = ", " + x;
	}

	/** The method texts of the whole network. */
	String text() {
		final String outputs = "    return [" + output + beside + "]\n";
		final StringBuilder text = new StringBuilder();
		text.append(
			"  def outputs(self: __torch__.Ops, x: Tensor, w: List[Tensor], ").append(
				"h: List[Tensor], training: bool, momentum: float) -> List[Tensor]:\n")
			.append("    x0 = torch.clone(x, memory_format=3)\n").append(logits)
			.append(outputs);
		text.append(
			"  def logits(self: __torch__.Ops, x: Tensor, w: List[Tensor], ").append(
				"training: bool, momentum: float) -> Tensor:\n").append(
					"    o = (self).outputs(x, w, annotate(List[Tensor], []), training, momentum)\n")
			.append("    return o[0]\n");
		text.append("  def inferred(self: __torch__.Ops, x: Tensor, ").append(
			"f: List[Tensor]) -> List[Tensor]:\n").append(
				"    x0 = torch.clone(torch.type_as(x, f[0]), memory_format=3)\n")
			.append(infer).append(outputs);
		text.append("  def infer(self: __torch__.Ops, x: Tensor, ").append(
			"f: List[Tensor]) -> Tensor:\n").append(
				"    o = (self).inferred(x, f)\n    return o[0]\n");
		text.append("  def prepare(self: __torch__.Ops, w: List[Tensor], ").append(
			"reduced: Tensor) -> List[Tensor]:\n").append(
				"    f = annotate(List[Tensor], [])\n").append(prepare).append(
					"    return (self).lay(f, (self).dtype(reduced))\n");
		text.append(constant("noted_places", "List[int]", notedWeights.stream().map(
			this::place).map(String::valueOf).toList())).append(constant(
				"noted_dilations", "List[List[int]]", notedDilations));
		return text.append(ParameterLists.text("", parameters, p -> true))
			.toString();
	}

	/** Of the parameter made last, the weights of a convolution. */
	private void note(final int[] dilation) {
		notedWeights.add(parameters.size() - 1);
		notedDilations.add(Arrays.toString(dilation));
	}

	/** Where a parameter is among the learned ones. */
	private int place(final int parameter) {
		return ParameterLists.learned(parameters, p -> true).indexOf(parameters.get(
			parameter));
	}

	private static String constant(final String name, final String type,
		final List<String> items)
	{
		return "  def " + name + "(self: __torch__.Ops) -> " + type +
			":\n    return annotate(" + type + ", [" + String.join(", ", items) +
			"])\n";
	}

	private String weight(final String name, final int in, final int out,
		final int[] kernel)
	{
		return parameter(name, Kind.WEIGHT, out, in, kernel[0], kernel[1],
			kernel[2]);
	}

	private String parameter(final String name, final Kind kind,
		final long... shape)
	{
		parameters.add(new Parameter(name, kind, shape));
		return "w[" + (parameters.size() - 1) + "]";
	}

	private String foldedConv(final String x, final String geometry) {
		folded += 2;
		return "(self).folded(" + x + ", f[" + (folded - 2) + "], f[" + (folded -
			1) + "], " + geometry + ")";
	}

	// Padding in the order of torch.pad (x, x, y, y, z, z), and dilation.
	private static String geometry(final int[] kernel, final int[] dilation) {
		final int[] pad = new int[3];
		for (int a = 0; a < 3; a++)
			pad[a] = (kernel[a] - 1) / 2 * dilation[a];
		final String padding = Arrays.stream(pad).allMatch(p -> p == 0)
			? "annotate(List[int], [])" : Arrays.toString(new int[] { pad[2], pad[2],
				pad[1], pad[1], pad[0], pad[0] });
		return padding + ", " + Arrays.stream(dilation).mapToObj(String::valueOf)
			.collect(Collectors.joining(", ", "[", "]"));
	}

	private String value() {
		return "x" + ++values;
	}

	private static void line(final StringBuilder body, final String name,
		final String expression)
	{
		body.append("    ").append(name).append(" = ").append(expression).append(
			'\n');
	}
}
