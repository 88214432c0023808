
package org.twostream.net;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.twostream.core.UserError;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * What an optimiser keeps between the steps of one training: moments, the
 * average of the weights, and the gradient that is being gathered.
 */
final class OptimizerState implements AutoCloseable {

	private static final String AVERAGE = "average.";
	private static final String NOTE = "note";

	private final DeviceNetwork network;
	private final Optimizer optimizer;
	private final PtNDManager manager;
	private final List<NDArray> learned = new ArrayList<>();
	private final int decaying;
	/** By the prefix of their names in the file. */
	private final Map<String, Weights> sets = new LinkedHashMap<>();
	/**
	 * For sets that are not there: no list may be empty, and none may have an
	 * array of another one.
	 */
	private final List<List<NDArray>> nothing = new ArrayList<>();
	private final NDArray count;
	private List<NDArray> gradient = List.of();
	private int gathered;
	private int step;

	/**
	 * @param chosen which parameters the training learns
	 */
	OptimizerState(final DeviceNetwork network, final Predicate<Parameter> chosen,
		final Optimizer optimizer)
	{
		this.network = network;
		this.optimizer = optimizer;
		manager = (PtNDManager) network.manager().newSubManager();
		final List<Parameter> all = network.weights().parameters();
		final List<Parameter> parameters = ParameterLists.learned(all, chosen);
		for (final Parameter p : parameters)
			learned.add(network.weights().arrays().get(all.indexOf(p)));
		decaying = (int) parameters.stream().filter(Parameter::decays).count();
		final List<String> kept = new ArrayList<>(names(optimizer.rule()));
		if (optimizer.average() > 0) kept.add(AVERAGE);
		for (final String name : kept)
			sets.put(name, new Weights(manager, network.script(), parameters));
		for (int i = 0; i < 3; i++)
			nothing.add(List.of(manager.create(0f)));
		count = manager.create(0f);
	}

	private static List<String> names(final Optimizer.Rule rule) {
		switch (rule) {
			case SGD:
				return List.of("sgd.momentum.");
			case AMSGRAD:
				return List.of("adam.first.", "adam.second.", "adam.top.");
			default:
				return List.of("adam.first.", "adam.second.");
		}
	}

	int step() {
		return step;
	}

	/** Learning rate of the next step where only steps count. */
	double rate() {
		return optimizer.rate(step);
	}

	/** Adds a mini-batch's gradient, in the order of the learned arrays. */
	void gather(final NDList more) {
		if (gathered == 0) gradient = Session.keep(more, manager);
		else try (Session s = new Session(manager)) {
			network.script().run(s.manager(), "add", gradient, more);
		}
		gathered++;
	}

	/** One step with the mean of what was gathered since the last one. */
	void update(final double rate) {
		final List<List<NDArray>> moments = new ArrayList<>();
		for (final String name : names(optimizer.rule()))
			moments.add(sets.get(name).arrays());
		while (moments.size() < 3)
			moments.add(nothing.get(moments.size()));
		try (Session s = new Session(manager)) {
			network.script().run(s.manager(), "update", learned, gradient, moments
				.get(0), moments.get(1), moments.get(2), average(), count, s.numbers(
					settings(optimizer, step, decaying, rate, gathered)));
		}
		gradient.forEach(NDArray::close);
		gradient = List.of();
		gathered = 0;
		step++;
		network.weightsChanged();
	}

	/**
	 * What the script's update reads.
	 *
	 * @param step 0-based
	 * @param decaying how many of the first arrays decay
	 * @param gathered mini-batches
	 */
	static double[] settings(final Optimizer optimizer, final int step,
		final int decaying, final double rate, final int gathered)
	{
		final double decay = Math.min(optimizer.average(), step / (step + 10.));
		return new double[] { optimizer.rule().ordinal(), decaying, rate, optimizer
			.weightDecay(), 1. / gathered, optimizer.clip(), optimizer.average() > 0
				? 1 - decay : 0 };
	}

	private List<NDArray> average() {
		return sets.containsKey(AVERAGE) ? sets.get(AVERAGE).arrays() : nothing.get(
			0);
	}

	/** Puts the averaged weights, where there are any, into the network. */
	void useAverage() {
		if (sets.containsKey(AVERAGE) && step > 0) try (Session s = new Session(
			manager))
		{
			network.script().run(s.manager(), "copy", learned, average());
		}
		network.weightsChanged();
	}

	/** Weights, moments and step in one file, with a note for the caller. */
	void save(final Path file, final String note) {
		final List<Safetensors.Entry> entries = new ArrayList<>();
		final List<Supplier<float[]>> values = new ArrayList<>();
		all().forEach((prefix, set) -> {
			entries.addAll(set.entries(prefix));
			for (int i = 0; i < set.parameters().size(); i++) {
				final int index = i;
				values.add(() -> set.get(index));
			}
		});
		Safetensors.write(file, new TreeMap<>(Map.of("step", String.valueOf(step),
			NOTE, note, Weights.VERSION, String.valueOf(network.version()))), entries,
			i -> values.get(i).get());
	}

	/**
	 * Goes on from {@link #save}.
	 *
	 * @return the note
	 * @throws UserError if the file is of another network or optimiser
	 */
	String restore(final Path file) {
		final Map<String, String> facts = Weights.load(file, all(), network
			.version());
		final String text = facts.getOrDefault("step", "");
		if (!text.matches("\\d{1,9}")) throw new UserError(file +
			" is no training state: its step is \"" + text +
			"\"; choose the state file of this training.");
		step = Integer.parseInt(text);
		try (Session s = new Session(manager)) {
			network.script().run(s.manager(), "assign", count, s.manager().create(
				(float) step));
		}
		network.weightsChanged();
		return facts.getOrDefault(NOTE, "");
	}

	private Map<String, Weights> all() {
		final Map<String, Weights> all = new LinkedHashMap<>();
		all.put("", network.weights());
		all.putAll(sets);
		return all;
	}

	@Override
	public void close() {
		manager.close();
	}
}
