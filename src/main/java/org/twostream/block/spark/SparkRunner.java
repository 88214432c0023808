
package org.twostream.block.spark;

import java.io.NotSerializableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.twostream.block.BlockFailure;
import org.twostream.block.BlockGrid;
import org.twostream.block.BlockResults;
import org.twostream.block.BlockRunner;
import org.twostream.block.BlockTask;
import org.twostream.block.DoneFile;
import org.twostream.block.RunSettings;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.UserError;

import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * A Spark job per run: a task per block that is not finished. Results are taken
 * and blocks marked by the calling thread, in this process only.
 */
final class SparkRunner implements BlockRunner {

	private static final int POLL_MS = 100;

	private final Cluster cluster;
	private final SparkContext context;
	private final RunSettings settings;
	private final Duration patience;

	SparkRunner(final Cluster cluster, final SparkContext context,
		final RunSettings settings, final Duration patience)
	{
		this.cluster = cluster;
		this.context = context;
		this.settings = settings;
		this.patience = patience;
	}

	@Override
	public <T> void run(final BlockGrid grid, final BlockTask<? extends T> task,
		final BlockResults<T> results, final Progress progress)
	{
		if (settings.resume().isEmpty()) {
			new Run<>(grid, results, Optional.empty(), progress).go(task);
			return;
		}
		try (DoneFile done = new DoneFile(settings.resume().get(), grid)) {
			new Run<>(grid, results, Optional.of(done), progress).go(task);
		}
	}

	/** One pass over a grid. */
	private final class Run<T> {

		private final BlockGrid grid;
		private final BlockResults<T> results;
		private final Optional<DoneFile> done;
		private final Progress progress;
		private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
		private long lastExecutor = System.nanoTime();

		Run(final BlockGrid grid, final BlockResults<T> results,
			final Optional<DoneFile> done, final Progress progress)
		{
			this.grid = grid;
			this.results = results;
			this.done = done;
			this.progress = progress;
		}

		void go(final BlockTask<?> task) {
			progress.check();
			final List<Integer> todo = new ArrayList<>();
			for (int i = 0; i < grid.size(); i++)
				if (done.isEmpty() || !done.get().contains(i)) todo.add(i);
				else task.skipped(grid.block(i));
			if (!todo.isEmpty()) send(new SharedTask(task), todo);
			progress.report(1, settings.message());
		}

		private void send(final SharedTask task, final List<Integer> todo) {
			final Broadcast<SharedTask> sent = broadcast(task);
			try {
				final SimpleFutureAction<?> job = submit(new BlockFunction(sent, grid),
					todo);
				try {
					take(job, todo.size());
				}
				finally {
					// nothing for one that has ended
					job.cancel();
					task.awaitIdle();
				}
			}
			finally {
				destroy(sent);
			}
		}

		// Spark waits for an answer there, and an interrupted thread may not wait.
		private static void destroy(final Broadcast<SharedTask> sent) {
			final boolean interrupted = Thread.interrupted();
			try {
				sent.destroy();
			}
			finally {
				if (interrupted) Thread.currentThread().interrupt();
			}
		}

		private Broadcast<SharedTask> broadcast(final SharedTask task) {
			try {
				return context.broadcast(task, ClassTag$.MODULE$.apply(
					SharedTask.class));
			}
			// Scala declares nothing.
			catch (final Exception e) {
				if (e instanceof InterruptedException) {
					Thread.currentThread().interrupt();
					throw new Cancelled();
				}
				if (e instanceof NotSerializableException) throw new UserError(
					"engine=spark cannot hand over what this step works with (" + e
						.getMessage() +
						"); leave engine out, or use a model and volumes of TwoStream's own.",
					e);
				throw new BlockFailure("A task cannot be sent to Spark: " + e, e);
			}
		}

		private SimpleFutureAction<?> submit(final BlockFunction function,
			final List<Integer> todo)
		{
			final ClassTag<Integer> integers = ClassTag$.MODULE$.apply(Integer.class);
			final RDD<Integer> rdd = context.parallelize(CollectionConverters.asScala(
				todo).toSeq(), todo.size(), integers);
			final List<Object> partitions = new ArrayList<>();
			for (int i = 0; i < todo.size(); i++)
				partitions.add(i);
			return context.submitJob(rdd, function, CollectionConverters.asScala(
				partitions).toSeq(), (partition, outcome) -> {
					outcomes.add(outcome);
					return BoxedUnit.UNIT;
				}, () -> BoxedUnit.UNIT);
		}

		private void take(final SimpleFutureAction<?> job, final int n) {
			int taken = 0;
			while (taken < n) {
				progress.check();
				final boolean ended = job.isCompleted();
				final Optional<Outcome> outcome = next();
				if (outcome.isPresent()) {
					take(outcome.get());
					taken++;
					progress.report((double) (grid.size() - n + taken) / grid.size(),
						settings.message());
				}
				else if (ended) {
					progress.check();
					throw failure(job);
				}
				else checkExecutors();
			}
		}

		private Optional<Outcome> next() {
			try {
				return Optional.ofNullable(outcomes.poll(POLL_MS,
					TimeUnit.MILLISECONDS));
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new Cancelled();
			}
		}

		@SuppressWarnings("unchecked")
		private void take(final Outcome outcome) {
			if (!outcome.refusal().isEmpty()) throw new UserError(outcome.refusal());
			results.add(grid.block(outcome.block()), (T) outcome.result());
			done.ifPresent(d -> d.add(outcome.block()));
		}

		private RuntimeException failure(final SimpleFutureAction<?> job) {
			final Throwable cause = job.value().get().failed().get();
			final String why = String.valueOf(cause.getMessage()).lines().findFirst()
				.orElse("");
			if (context.isStopped()) return new UserError("master=" + cluster
				.master() + " does not answer or has ended the application (" + why +
				"); check the Spark master and run the step again.", cause);
			return new BlockFailure("Spark gave up: " + why, cause);
		}

		private void checkExecutors() {
			// the driver is one of them
			if (cluster.isLocal() || context.getExecutorMemoryStatus().size() > 1)
				lastExecutor = System.nanoTime();
			else if (System.nanoTime() - lastExecutor > patience.toNanos())
				throw new UserError("master=" + cluster.master() +
					" has given no executor with " + context.conf().get(
						"spark.executor.cores", "1") + " cores and " + context.conf().get(
							"spark.executor.memory", "1g") + " of memory for " + patience
								.toSeconds() +
					" s; start workers, or give fewer threads or a smaller spark.executor.memory.");
		}
	}
}
