
package org.twostream.net;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.twostream.core.Seed;
import org.twostream.core.UserError;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;

/** The arrays of one network on its device, in the order of its parameters. */
final class Weights implements AutoCloseable {

	/** Key of the metadata that says which definition of a network it was. */
	static final String VERSION = "network_version";

	private final PtNDManager manager;
	private final Script script;
	private final List<Parameter> parameters;
	private final List<NDArray> arrays = new ArrayList<>();

	/** Zeros, owned by a new child of the manager. */
	Weights(final PtNDManager parent, final Script script,
		final List<Parameter> parameters)
	{
		this.script = script;
		manager = (PtNDManager) parent.newSubManager();
		this.parameters = parameters;
		for (final Parameter p : parameters)
			arrays.add(manager.zeros(new Shape(p.shape()), DataType.FLOAT32));
	}

	List<NDArray> arrays() {
		return arrays;
	}

	List<Parameter> parameters() {
		return parameters;
	}

	/** Parameters as PyTorch counts them. */
	static long count(final List<Parameter> parameters) {
		return parameters.stream().filter(Parameter::counts).mapToLong(
			Parameter::count).sum();
	}

	/** Copies the numbers to the device. */
	void set(final int index, final float[] values) {
		final Parameter p = parameters.get(index);
		try (Session s = new Session(manager)) {
			script.run(s.manager(), "assign", arrays.get(index), s.manager().create(
				values, new Shape(p.shape())));
		}
	}

	float[] get(final int index) {
		return arrays.get(index).toFloatArray();
	}

	/** Fresh weights: see {@link Parameter.Kind}. */
	void initialize(final Seed seed, final Initial initial) {
		for (int i = 0; i < parameters.size(); i++) {
			final Parameter p = parameters.get(i);
			switch (p.kind()) {
				case WEIGHT:
					set(i, initial.values(p, seed.of(p.name()).random()));
					break;
				case SCALE:
				case VARIANCE:
					final float[] ones = new float[p.size()];
					java.util.Arrays.fill(ones, 1);
					set(i, ones);
					break;
				default:
					set(i, new float[p.size()]);
			}
		}
	}

	/** How a convolution or linear weight starts. */
	@FunctionalInterface
	interface Initial {

		float[] values(Parameter parameter, SplittableRandom random);
	}

	void save(final Path file, final Map<String, String> metadata) {
		Safetensors.write(file, metadata, entries(""), this::get);
	}

	List<Safetensors.Entry> entries(final String prefix) {
		final List<Safetensors.Entry> entries = new ArrayList<>();
		for (final Parameter p : parameters)
			entries.add(new Safetensors.Entry(prefix + p.name(), p.shape()));
		return entries;
	}

	/**
	 * Fills several sets of weights, told apart by the prefix of the names.
	 *
	 * @param version of the network
	 * @return the file's metadata
	 * @throws UserError if the file is missing, damaged, of another version or
	 *           holds other arrays
	 */
	static Map<String, String> load(final Path file,
		final Map<String, Weights> sets, final int version)
	{
		final Map<String, java.util.function.Consumer<float[]>> places =
			new HashMap<>();
		final Map<String, Parameter> wanted = new HashMap<>();
		sets.forEach((prefix, set) -> {
			for (int i = 0; i < set.parameters.size(); i++) {
				final int index = i;
				final String name = prefix + set.parameters.get(i).name();
				places.put(name, values -> set.set(index, values));
				wanted.put(name, set.parameters.get(i));
			}
		});
		final Map<String, String> metadata = new HashMap<>();
		Safetensors.read(file, new Safetensors.Sink() {

			@Override
			public void heading(final Map<String, String> found,
				final List<Safetensors.Entry> entries)
			{
				refuseOther(file, found.getOrDefault(VERSION, "1"), version);
				metadata.putAll(found);
				final Map<String, Parameter> left = new HashMap<>(wanted);
				for (final Safetensors.Entry e : entries) {
					final Parameter p = left.remove(e.name());
					if (p == null) throw other(file, "it holds " + e.name());
					if (!java.util.Arrays.equals(p.shape(), e.shape())) throw other(file,
						e.name() + " is " + new Shape(e.shape()) + " instead of " +
							new Shape(p.shape()));
				}
				if (!left.isEmpty()) throw other(file, "it lacks " + left.keySet()
					.iterator().next());
			}

			@Override
			public void values(final Safetensors.Entry entry, final float[] values) {
				places.get(entry.name()).accept(values);
			}
		});
		return metadata;
	}

	// Files from before the first change do not say theirs.
	private static void refuseOther(final Path file, final String found,
		final int version)
	{
		if (!found.equals(String.valueOf(version))) throw new UserError(file +
			" holds weights of network version " + found + ", this TwoStream has " +
			version + "; train again.");
	}

	private static UserError other(final Path file, final String what) {
		return new UserError(file + " belongs to another network: " + what +
			"; choose the weights that fit the architecture.");
	}

	@Override
	public void close() {
		manager.close();
	}
}
