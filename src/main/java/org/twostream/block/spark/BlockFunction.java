
package org.twostream.block.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;

import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.twostream.block.BlockGrid;
import org.twostream.core.Progress;
import org.twostream.core.UserError;

import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What an executor does with a partition, which is the index of one block. */
final class BlockFunction extends AbstractFunction1<Iterator<Integer>, Outcome>
	implements Serializable
{

	private static final long serialVersionUID = 1L;

	private final Broadcast<SharedTask> task;
	private final BlockGrid grid;

	BlockFunction(final Broadcast<SharedTask> task, final BlockGrid grid) {
		this.task = task;
		this.grid = grid;
	}

	@Override
	public Outcome apply(final Iterator<Integer> indices) {
		final int index = indices.next();
		try {
			// once per process; opens the task's volumes and networks there
			return new Outcome(index, task.value().run(grid.block(index),
				new Interruption(TaskContext.get())), "");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (final RuntimeException e) {
			return new Outcome(index, null, refusal(e));
		}
	}

	// Spark wraps what is thrown while a task is received.
	private static String refusal(final RuntimeException thrown) {
		for (Throwable e = thrown; e != null; e = e.getCause())
			if (e instanceof UserError) return e.getMessage();
		throw thrown;
	}

	/** Spark's wish to end a task. */
	private record Interruption(TaskContext context) implements Progress {

		@Override
		public void report(final double fraction, final String message) {
			// the driver counts finished blocks
		}

		@Override
		public boolean cancelled() {
			return context.isInterrupted();
		}
	}
}
