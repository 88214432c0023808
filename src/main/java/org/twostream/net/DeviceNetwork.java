
package org.twostream.net;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * What every network here has on its device: its text, its weights, and the
 * form of the weights that inference uses, made when first needed after a
 * change.
 */
final class DeviceNetwork implements AutoCloseable {

	private final int version;
	private final PtNDManager manager;
	private final boolean reduced;
	private final boolean learnsReduced;
	private final Script script;
	private final Weights weights;
	private List<NDArray> prepared = List.of();

	/**
	 * All weights 0.
	 *
	 * @param version of the text: what its weights can be used for
	 */
	DeviceNetwork(final PtNDManager parent, final NativeCalls calls,
		final Precision precision, final int version, final String text,
		final List<Parameter> parameters)
	{
		this.version = version;
		manager = (PtNDManager) parent.newSubManager();
		script = new Script(manager, calls, text);
		reduced = precision == Precision.REDUCED && can("reducible");
		learnsReduced = reduced && can("learnable");
		weights = new Weights(manager, script, parameters);
	}

	/** The start of a native call. */
	Session session() {
		return new Session(manager);
	}

	PtNDManager manager() {
		return manager;
	}

	Script script() {
		return script;
	}

	/** Which definition of the network its weights belong to. */
	int version() {
		return version;
	}

	Weights weights() {
		return weights;
	}

	/** Whether it computes in bfloat16: asked for, and the device can. */
	boolean reduced() {
		return reduced;
	}

	/** Whether it learns all in bfloat16: asked for, and the device can. */
	boolean learnsReduced() {
		return learnsReduced;
	}

	private boolean can(final String what) {
		try (Session s = session()) {
			return script.run(s.manager(), what, s.flag(true)).get(0).getFloat() > 0;
		}
	}

	/** Weights for inference: folded, laid out and rounded as it wants them. */
	List<NDArray> prepared() {
		if (prepared.isEmpty()) try (Session s = session()) {
			prepared = Session.keep(script.run(s.manager(), "prepare", weights
				.arrays(), s.flag(reduced())), manager);
		}
		return prepared;
	}

	/** Writes the weights with one more fact about the network. */
	void save(final Path file, final String key, final String value) {
		weights.save(file, new TreeMap<>(Map.of(key, value, Weights.VERSION, String
			.valueOf(version))));
	}

	/**
	 * @throws org.twostream.core.UserError if the file is missing, damaged, or of
	 *           another network or another version of it
	 */
	void load(final Path file) {
		Weights.load(file, Map.of("", weights), version);
	}

	/** To be called whenever the weights have changed. */
	void weightsChanged() {
		prepared.forEach(NDArray::close);
		prepared = List.of();
	}

	@Override
	public void close() {
		script.close();
		manager.close();
	}
}
