
package org.twostream.block.spark;

import org.twostream.block.BlockEngine;
import org.twostream.block.BlockEngines;
import org.twostream.core.UserError;

/**
 * Starts engines on a Spark master: {@code local[N]} for threads of this
 * process, {@code spark://HOST:PORT} for a cluster.
 */
public final class SparkEngines implements BlockEngines {

	private static final String CONTEXT = "org.apache.spark.SparkContext";

	private final String master;

	/**
	 * @param master URL of a Spark master
	 * @throws UserError if there is none, or Spark is not on the class path
	 */
	public SparkEngines(final String master) {
		if (master.isBlank()) throw new UserError(
			"master is missing; give it with engine=spark, for example master=local[*] or master=spark://host:7077.");
		this.master = master.trim();
		require("engine=spark");
	}

	/**
	 * @param what needs it
	 * @throws UserError if Spark is not on the class path
	 */
	static void require(final String what) {
		try {
			Class.forName(CONTEXT, false, SparkEngines.class.getClassLoader());
		}
		catch (final ClassNotFoundException e) {
			throw new UserError(what +
				" needs Apache Spark, which is not on the class path; run it by ./twostream of the source folder, which fetches Spark when it is asked for.",
				e);
		}
	}

	@Override
	public BlockEngine start(final int cores) {
		return SparkEngine.start(master, cores);
	}
}
