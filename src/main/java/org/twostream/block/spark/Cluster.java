
package org.twostream.block.spark;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.spark.SparkConf;

/**
 * How TwoStream uses a Spark master. Whatever the Java properties
 * {@code spark.*} say comes first.
 *
 * @param master its URL
 * @param cores that one block keeps busy
 */
record Cluster(String master, int cores) {

	private static final Pattern LOCAL = Pattern.compile(
		"local(?:\\[\\s*(\\d+|\\*)\\s*(?:,\\s*\\d+\\s*)?\\])?");
	/** Read by native code, so that every executor must have them. */
	private static final List<String> ENVIRONMENT = List.of(
		"THP_MEM_ALLOC_ENABLE", "DJL_CACHE_DIR");
	private static final long MEGABYTE = 1 << 20;

	/** Whether tasks run in this process. */
	boolean isLocal() {
		return LOCAL.matcher(master).matches();
	}

	private int coresPerTask() {
		final Matcher local = LOCAL.matcher(master);
		if (!local.matches()) return cores;
		final String n = local.group(1);
		return Math.max(1, Math.min(cores, n == null ? 1 : n.equals("*") ? Runtime
			.getRuntime().availableProcessors() : Integer.parseInt(n)));
	}

	SparkConf conf() {
		final SparkConf conf = new SparkConf().setMaster(master);
		defaults().forEach(conf::setIfMissing);
		// A second try beside the first would write the same chunk.
		return conf.set("spark.speculation", "false");
	}

	private Map<String, String> defaults() {
		final Map<String, String> defaults = new java.util.LinkedHashMap<>();
		defaults.put("spark.app.name", "TwoStream");
		defaults.put("spark.ui.enabled", "false");
		defaults.put("spark.ui.showConsoleProgress", "false");
		defaults.put("spark.task.cpus", Integer.toString(coresPerTask()));
		if (isLocal()) {
			defaults.put("spark.driver.host", "localhost");
			defaults.put("spark.driver.bindAddress", "127.0.0.1");
			return defaults;
		}
		// One block at a time in each process where it fills the cores by itself.
		if (cores > 1) defaults.put("spark.executor.cores", Integer.toString(
			cores));
		defaults.put("spark.executor.memory", Runtime.getRuntime().maxMemory() /
			MEGABYTE + "m");
		defaults.put("spark.executor.extraClassPath", System.getProperty(
			"java.class.path"));
		for (final String name : ENVIRONMENT)
			if (System.getenv(name) != null) defaults.put("spark.executorEnv." + name,
				System.getenv(name));
		return defaults;
	}
}
