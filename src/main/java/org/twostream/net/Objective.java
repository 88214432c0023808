
package org.twostream.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.twostream.net.Architecture.Family;
import org.twostream.net.Architecture.Option;

/**
 * What a network is trained on and what its outputs mean, as text: the methods
 * {@code probability} of logits, {@code main_loss} of the result and
 * {@code objective} of all outputs.
 * <p>
 * Weighted binary cross-entropy + Dice for the networks of pytorch_connectomics
 * (reference model.md 1.5). For those of the dissertation voxel weight x
 * cross-entropy + L2, biases too; the hybrid adds 0.33 x the same of its 2-D
 * predictions (equation 4.3; reference model.md 6.2). The L2 of the plain
 * U-Nets is not printed: that of the hybrid's 2-D or 3-D part is taken.
 */
final class Objective {

	private static final double FLAT_L2 = Math.pow(10, -4.7);
	private static final double DEEP_L2 = 1e-5;
	private static final double PREDICTOR_L2 = 1e-9;

	private Objective() {}

	static String text(final Architecture a, final List<Parameter> parameters) {
		final boolean softmax = a.has(Option.SOFTMAX);
		final boolean plain = plain(a.family());
		final String loss = !plain ? "balanced_loss" : softmax ? "class_entropy"
			: "binary_entropy";
		return "  def probability(self: __torch__.Ops, z: Tensor) -> Tensor:\n" +
			"    return " + (softmax ? "torch.softmax(z, 1)" : "torch.sigmoid_(z)") +
			"\n  def main_loss(self: __torch__.Ops, z: Tensor, t: Tensor, " +
			"v: Tensor) -> Tensor:\n    return (self)." + loss +
			"(z, (self).crop(t, z), (self).crop(v, z))\n" +
			"  def objective(self: __torch__.Ops, o: List[Tensor], t: Tensor, " +
			"v: Tensor, w: List[Tensor]) -> Tensor:\n" +
			"    l0 = (self).main_loss(o[0], t, v)\n" + (plain ? weighed(a,
				parameters) : a.has(Option.LOSS_HEAD)
					? "    return torch.add(l0, (self).ranking(o[1], o[0], t, v))\n"
					: "    return l0\n");
	}

	/** Networks of the dissertation. */
	static boolean plain(final Family family) {
		return family == Family.HYBRID || family == Family.UNET_2D ||
			family == Family.UNET_3D;
	}

	private static String weighed(final Architecture a,
		final List<Parameter> parameters)
	{
		final boolean multi = a.family() == Family.HYBRID && !a.has(
			Option.SINGLE_LOSS) && !a.has(Option.NO_PYRAMID);
		final List<String> terms = new ArrayList<>();
		if (multi) terms.add("torch.mul((self).main_loss(o[1], t, v), 0.33)");
		terms.add(squares(parameters, p -> p.startsWith("predict"), PREDICTOR_L2));
		terms.add(squares(parameters, p -> !p.startsWith("predict") && !p
			.startsWith("pyramid"), a.family() == Family.UNET_3D ? DEEP_L2
				: FLAT_L2));
		if (a.family() == Family.HYBRID && !a.has(Option.NO_PYRAMID)) terms.add(
			squares(parameters, p -> p.startsWith("pyramid"), DEEP_L2));
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < terms.size(); i++)
			text.append("    l" + (i + 1) + " = torch.add(l" + i + ", " + terms.get(
				i) + ")\n");
		return text.append("    return l" + terms.size() + "\n").toString();
	}

	private static String squares(final List<Parameter> parameters,
		final Predicate<String> chosen, final double factor)
	{
		final List<String> items = new ArrayList<>();
		for (int i = 0; i < parameters.size(); i++)
			if (chosen.test(parameters.get(i).name())) items.add("w[" + i + "]");
		return "(self).squares([" + String.join(", ", items) + "], " + String
			.format(Locale.ROOT, "%.12e", factor) + ")";
	}
}
