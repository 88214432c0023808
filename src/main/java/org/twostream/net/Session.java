
package org.twostream.net;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * One native call and its arrays: inputs are made here, results are read here,
 * and close frees all of them, so that native memory stays flat.
 */
final class Session implements AutoCloseable {

	private final PtNDManager manager;

	Session(final PtNDManager parent) {
		manager = (PtNDManager) parent.newSubManager();
	}

	PtNDManager manager() {
		return manager;
	}

	NDArray array(final Tensor tensor) {
		final int[] shape = tensor.shape();
		final long[] sides = new long[shape.length];
		for (int i = 0; i < sides.length; i++)
			sides[i] = shape[i];
		return manager.create(tensor.values(), new Shape(sides));
	}

	/** Settings of a call: a float64 vector. */
	NDArray numbers(final double... values) {
		return manager.create(values);
	}

	NDArray flag(final boolean value) {
		return manager.create(value ? 1f : 0f);
	}

	static Tensor tensor(final NDArray array) {
		final long[] sides = array.getShape().getShape();
		final int[] shape = new int[sides.length];
		for (int i = 0; i < shape.length; i++)
			shape[i] = Math.toIntExact(sides[i]);
		return new Tensor(array.toFloatArray(), shape);
	}

	/** Leaves the arrays to another manager, past the close of this one. */
	static List<NDArray> keep(final NDList arrays, final PtNDManager owner) {
		arrays.forEach(a -> a.attach(owner));
		return List.copyOf(arrays);
	}

	@Override
	public void close() {
		manager.close();
	}
}
