
package org.twostream.block.spark;

import java.time.Duration;

import org.apache.spark.SparkContext;
import org.apache.spark.SparkException;
import org.twostream.block.BlockEngine;
import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.UserError;

/** A Spark application of its own, from start to close. */
final class SparkEngine implements BlockEngine {

	/** How long no executor may be there before a run is refused. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final Cluster cluster;
	private final SparkContext context;
	private final Duration patience;

	private SparkEngine(final Cluster cluster, final SparkContext context,
		final Duration patience)
	{
		this.cluster = cluster;
		this.context = context;
		this.patience = patience;
	}

	/**
	 * @param cores that one block keeps busy
	 * @throws UserError if there is no such master, it does not answer, or Java
	 *           does not allow what Spark does
	 */
	static SparkEngine start(final String master, final int cores) {
		return start(new Cluster(master, cores), PATIENCE);
	}

	static SparkEngine start(final Cluster cluster, final Duration patience) {
		try {
			return new SparkEngine(cluster, new SparkContext(cluster.conf()),
				patience);
		}
		catch (final LinkageError e) {
			throw new UserError("Spark cannot run in this Java (" + e.getMessage() +
				"); start Java with --add-exports=java.base/sun.nio.ch=ALL-UNNAMED, as the twostream launcher does.",
				e);
		}
		// Scala declares nothing: a wrong URL, a taken port, a second context.
		catch (final Exception e) {
			throw refusal(cluster.master(), e);
		}
	}

	private static UserError refusal(final String master, final Exception e) {
		final String why = e instanceof SparkException ? e.getMessage() : e
			.toString();
		return new UserError("Spark did not start on master=" + master + " (" + why
			.lines().findFirst().orElse("") +
			"); correct master, for example local[*] or spark://host:7077, or wait until another step of this program has ended.",
			e);
	}

	@Override
	public BlockRunner runner(final RunSettings settings) {
		return new SparkRunner(cluster, context, settings, patience);
	}

	@Override
	public void close() {
		context.stop();
	}
}
