
package org.twostream.net;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Says which of many centres can be the nearest to a point: products in
 * bfloat16, for which processors have units of their own, bounded by what
 * rounding can do to them. Whoever computes the few that are left in full finds
 * the same as if all had been. On processors without such units in float32.
 * Each call runs on one thread; any number may run at once.
 */
public final class NearestShortlist implements AutoCloseable {

	/**
	 * What can be nearest to the points of a block.
	 *
	 * @param only by point its nearest centre where just one can be, else -1
	 * @param pairs point and centre in turns, ascending: those that can be, of
	 *          points where not just one can; a point with none there can have
	 *          any
	 */
	public record Near(int[] only, int[] pairs) {
	}

	/** Rows as the engine holds them. */
	public final class Rows implements AutoCloseable {

		private final List<NDArray> arrays;

		private Rows(final List<NDArray> arrays) {
			this.arrays = arrays;
		}

		@Override
		public void close() {
			arrays.forEach(NDArray::close);
		}
	}

	private final PtNDManager manager;
	private final NativeCalls calls = new NativeCalls();
	/** One for each thread at work. */
	private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
	private final int threadsBefore;

	private NearestShortlist(final PtNDManager manager) {
		this.manager = manager;
		threadsBefore = JniUtils.getNumThreads();
		// Callers are the threads, and sums must not depend on how many there are.
		JniUtils.setNumThreads(1);
	}

	/** Empty where there is no native library for this machine. */
	public static Optional<NearestShortlist> open() {
		try {
			return Optional.of(new NearestShortlist((PtNDManager) NativeLibrary.load()
				.newBaseManager(Device.cpu())));
		}
		catch (final NoNativeLibrary e) {
			return Optional.empty();
		}
	}

	/**
	 * Hands rows over, points or centres.
	 *
	 * @param values of all rows, one after the other, finite
	 * @param columns of a row
	 */
	public Rows rows(final float[] values, final int columns) {
		final Script script = script();
		try (Session s = new Session(manager)) {
			final NDArray x = s.manager().create(values, new Shape(values.length /
				columns, columns));
			return new Rows(Session.keep(script.run(s.manager(), "rounded", x, s.flag(
				true)), manager));
		}
		finally {
			scripts.add(script);
		}
	}

	/**
	 * @param bias of each centre, half of its negative squared length in general:
	 *          the nearest has the highest product with the point plus bias; at
	 *          most that half in size
	 */
	public Near near(final Rows points, final Rows centres, final float[] bias) {
		final Script script = script();
		try (Session s = new Session(manager)) {
			final List<NDArray> p = points.arrays;
			final List<NDArray> c = centres.arrays;
			final NDList found = script.run(s.manager(), "shortlist", p.get(0), p.get(
				1), p.get(2), c.get(0), c.get(1), c.get(2), s.manager().create(bias), s
					.flag(true));
			final NDArray pairs = found.get(1);
			return new Near(found.get(0).toIntArray(), pairs.size() == 0 ? new int[0]
				: pairs.toIntArray());
		}
		finally {
			scripts.add(script);
		}
	}

	private Script script() {
		final Script used = scripts.poll();
		return used != null ? used : new Script(manager, calls, Script.resource(
			"nearest.torchscript"));
	}

	@Override
	public void close() {
		// Of several at once the first found the number that others must find
		// again.
		if (threadsBefore > 1) JniUtils.setNumThreads(threadsBefore);
		scripts.forEach(Script::close);
		calls.close();
		manager.close();
	}
}
