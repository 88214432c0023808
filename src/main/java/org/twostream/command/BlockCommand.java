
package org.twostream.command;

import org.scijava.plugin.Parameter;
import org.twostream.block.BlockEngines;
import org.twostream.block.spark.SparkEngines;
import org.twostream.core.UserError;
import org.twostream.loop.Wiring;

/** A step whose blocks may be worked on by other machines. */
public abstract class BlockCommand extends ComputeCommand {

	@Parameter(label = "Engine", required = false, persist = false, choices = {
		"local", "spark" },
		description = "Where blocks of the volume are worked on: local, this process, " +
			"or spark, Apache Spark. Default: local.")
	private String engine = "local";

	@Parameter(label = "Spark master", required = false, persist = false,
		description = "URL of the Spark master, with engine=spark only: local[*] for " +
			"this process, spark://host:7077 for a cluster. No default.")
	private String master = "";

	@Override
	final Wiring wiring() {
		return super.wiring().on(blocks());
	}

	private BlockEngines blocks() {
		if (engine.equals("spark")) return new SparkEngines(master);
		if (!master.isBlank()) throw new UserError("master=" + master.trim() +
			" is given without engine=spark; add that, or leave master out.");
		return BlockEngines.LOCAL;
	}
}
