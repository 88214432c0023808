
package org.twostream.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The order of learned parameters, in Java and in the scripts. */
final class ParameterLists {

	private ParameterLists() {}

	/** Chosen parameters that are learned, those that decay first. */
	static List<Parameter> learned(final List<Parameter> parameters,
		final Predicate<Parameter> chosen)
	{
		final List<Parameter> learned = new ArrayList<>();
		for (final Parameter p : parameters)
			if (chosen.test(p) && p.decays()) learned.add(p);
		for (final Parameter p : parameters)
			if (chosen.test(p) && p.learned() && !p.decays()) learned.add(p);
		return learned;
	}

	/**
	 * The methods {@code decayed} and {@code plain}, which pick the arrays in
	 * that order out of the list of all, and {@code leaves}, the list of all with
	 * the learned ones as leaves of a new gradient graph.
	 *
	 * @param prefix of the methods' names
	 */
	static String text(final String prefix, final List<Parameter> parameters,
		final Predicate<Parameter> chosen)
	{
		final List<String> decayed = new ArrayList<>();
		final List<String> plain = new ArrayList<>();
		final List<String> leaves = new ArrayList<>();
		for (int i = 0; i < parameters.size(); i++) {
			final Parameter p = parameters.get(i);
			final String item = "w[" + i + "]";
			final boolean learned = chosen.test(p) && p.learned();
			leaves.add(learned ? "(self).leaf(" + item + ")" : item);
			if (learned) (p.decays() ? decayed : plain).add(item);
		}
		return method(prefix + "decayed", decayed) + method(prefix + "plain",
			plain) + method(prefix + "leaves", leaves);
	}

	private static String method(final String name, final List<String> items) {
		return "  def " + name +
			"(self: __torch__.Ops, w: List[Tensor]) -> List[Tensor]:\n    return [" +
			String.join(", ", items) + "]\n";
	}
}
