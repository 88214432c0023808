
package org.twostream.net;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * What every network here has on its device: its text, its weights, and the
 * form of the weights that inference uses, made when first needed after a
 * change.
 */
final class DeviceNetwork implements AutoCloseable {

	private final PtNDManager manager;
	private final Precision precision;
	private final Script script;
	private final Weights weights;
	private List<NDArray> prepared = List.of();

	/** All weights 0. */
	DeviceNetwork(final PtNDManager parent, final NativeCalls calls,
		final Precision precision, final String text,
		final List<Parameter> parameters)
	{
		manager = (PtNDManager) parent.newSubManager();
		this.precision = precision;
		script = new Script(manager, calls, text);
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

	Weights weights() {
		return weights;
	}

	boolean reduced() {
		return precision == Precision.REDUCED;
	}

	/** Weights for inference: folded, laid out and rounded as it wants them. */
	List<NDArray> prepared() {
		if (prepared.isEmpty()) try (Session s = session()) {
			prepared = Session.keep(script.run(s.manager(), "prepare", weights
				.arrays(), s.flag(reduced())), manager);
		}
		return prepared;
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
