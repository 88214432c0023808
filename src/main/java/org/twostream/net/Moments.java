
package org.twostream.net;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.twostream.core.UserError;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;

/** What Adam keeps between the steps of one training. */
final class Moments implements AutoCloseable {

	private final int version;
	private final Script script;
	private final Weights weights;
	private final Optimizer optimizer;
	private final PtNDManager manager;
	private final Weights first;
	private final Weights second;
	private final List<NDArray> top;
	private final List<Weights> tops;
	private final NDArray count;
	private int step;

	/**
	 * @param chosen which parameters the training learns
	 */
	Moments(final DeviceNetwork network, final Predicate<Parameter> chosen,
		final Optimizer optimizer)
	{
		version = network.version();
		script = network.script();
		weights = network.weights();
		this.optimizer = optimizer;
		manager = (PtNDManager) network.manager().newSubManager();
		final List<Parameter> learned = ParameterLists.learned(weights.parameters(),
			chosen);
		first = new Weights(manager, script, learned);
		second = new Weights(manager, script, learned);
		tops = optimizer.amsgrad() ? List.of(new Weights(manager, script, learned))
			: List.of();
		// An empty list of arrays cannot be passed.
		top = tops.isEmpty() ? List.of(manager.create(0f)) : tops.get(0).arrays();
		count = manager.create(0f);
	}

	int step() {
		return step;
	}

	void advance() {
		step++;
	}

	List<NDArray> first() {
		return first.arrays();
	}

	List<NDArray> second() {
		return second.arrays();
	}

	List<NDArray> top() {
		return top;
	}

	NDArray count() {
		return count;
	}

	/** Settings of the next step, as the method update reads them. */
	NDArray settings(final Session session, final boolean reduced) {
		return session.numbers(optimizer.rate(step), optimizer.weightDecay(),
			optimizer.amsgrad() ? 1 : 0, reduced ? 1 : 0);
	}

	/** Weights, moments and step in one file. */
	void save(final Path file) {
		final Map<String, Weights> sets = sets();
		final List<Safetensors.Entry> entries = new ArrayList<>();
		final List<java.util.function.Supplier<float[]>> values = new ArrayList<>();
		sets.forEach((prefix, set) -> {
			entries.addAll(set.entries(prefix));
			for (int i = 0; i < set.parameters().size(); i++) {
				final int index = i;
				values.add(() -> set.get(index));
			}
		});
		Safetensors.write(file, new java.util.TreeMap<>(Map.of("step", String
			.valueOf(step), Weights.VERSION, String.valueOf(version))), entries,
			i -> values.get(i).get());
	}

	/**
	 * Goes on from {@link #save}.
	 *
	 * @throws UserError if the file is of another network or optimiser
	 */
	void restore(final Path file) {
		final String text = Weights.load(file, sets(), version).getOrDefault("step",
			"");
		if (!text.matches("\\d{1,9}")) throw new UserError(file +
			" is no training state: its step is \"" + text +
			"\"; choose the state file of this training.");
		step = Integer.parseInt(text);
		try (Session s = new Session(manager)) {
			script.run(s.manager(), "assign", count, s.manager().create(
				(float) step));
		}
	}

	private Map<String, Weights> sets() {
		final Map<String, Weights> sets = new java.util.LinkedHashMap<>();
		sets.put("", weights);
		sets.put("adam.first.", first);
		sets.put("adam.second.", second);
		for (final Weights t : tops)
			sets.put("adam.top.", t);
		return sets;
	}

	@Override
	public void close() {
		manager.close();
	}
}
