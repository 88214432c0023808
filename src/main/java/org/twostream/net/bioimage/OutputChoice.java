
package org.twostream.net.bioimage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.net.bioimage.Operation.Softmax;

/**
 * Which of a model's outputs are the probabilities that a project wants.
 *
 * @param channel names or numbers from 1 of the output channels, with commas
 *          between, or "" for what the names tell
 * @param activation what turns the model's numbers into probabilities: none,
 *          sigmoid, softmax, or "" for none
 * @param target what the project looks for
 */
public record OutputChoice(String channel, String activation, Target target) {

	private static final List<String> ACTIVATIONS = List.of("", "none", "sigmoid",
		"softmax");
	private static final List<String> FOREGROUND = List.of("foreground", "mask",
		"probability");

	/**
	 * @throws UserError if there is no such activation
	 */
	public OutputChoice {
		if (!ACTIVATIONS.contains(activation)) throw new UserError("activation=" +
			activation + " is none of none, sigmoid, softmax; choose one of them.");
	}

	/** What of it decides the bytes of a result. */
	public Json json() {
		return new Json().put("channel", channel).put("activation", activation
			.isEmpty() ? "none" : activation);
	}

	/** The operation behind the model's own ones. */
	Optional<Operation> operation() {
		switch (activation) {
			case "sigmoid":
				return Optional.of(OperationReader.sigmoid());
			case "softmax":
				return Optional.of(new Softmax());
			default:
				return Optional.empty();
		}
	}

	/**
	 * The channels in the order of the target: one, or pre, post, union.
	 *
	 * @param names of the model's channels
	 * @param whence the model, for messages
	 * @throws UserError if it is not clear which they are
	 */
	int[] channels(final List<String> names, final String whence) {
		final int wanted = target.channels();
		if ("softmax".equals(activation) && names.size() < 2) throw new UserError(
			"activation=softmax needs two or more output channels, " + whence +
				" has one; use activation=sigmoid.");
		if (!channel.isEmpty()) return asked(names, whence);
		if (names.size() == wanted) return java.util.stream.IntStream.range(0,
			wanted).toArray();
		if (wanted == 1) {
			final List<Integer> likely = new ArrayList<>();
			for (int c = 0; c < names.size(); c++)
				if (isForeground(names.get(c))) likely.add(c);
			if (likely.size() == 1) return new int[] { likely.get(0) };
		}
		throw new UserError("The model " + whence + " gives the channels " + names +
			", the target " + target.text() + " has " + (wanted == 1 ? "one"
				: "three (pre, post, union)") + "; say which with channel=" +
			(wanted == 1 ? names.get(0) : "1,2,3") + ".");
	}

	private boolean isForeground(final String name) {
		final String lower = name.toLowerCase(Locale.ROOT);
		return FOREGROUND.contains(lower) || lower.startsWith(
			target == Target.MITOCHONDRIA ? "mito" : target.text());
	}

	private int[] asked(final List<String> names, final String whence) {
		final String[] parts = channel.split("\\s*,\\s*");
		if (parts.length != target.channels()) throw new UserError("channel=" +
			channel + " names " + parts.length + " channels, the target " + target
				.text() + " has " + target.channels() + "; give as many.");
		final int[] chosen = new int[parts.length];
		for (int i = 0; i < parts.length; i++)
			chosen[i] = index(parts[i], names, whence);
		return chosen;
	}

	private static int index(final String asked, final List<String> names,
		final String whence)
	{
		final int named = names.indexOf(asked);
		if (named >= 0) return named;
		if (asked.matches("\\d{1,4}")) {
			final int number = Integer.parseInt(asked);
			if (number >= 1 && number <= names.size()) return number - 1;
		}
		throw new UserError("channel=" + asked + " is not among the channels " +
			names + " of " + whence + "; give one of them, or its number from 1 to " +
			names.size() + ".");
	}
}
