
package org.twostream.block.spark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;
import org.twostream.core.AtomicFile;
import org.twostream.core.Progress;
import org.twostream.core.UserError;

/**
 * A master or worker of a standalone Spark cluster in this process, until the
 * progress is cancelled. A worker starts its executors by the environment
 * variable SPARK_HOME, a folder that needs no more than an empty {@code jars}:
 * classes come from the class path of the application.
 */
public final class SparkNode {

	private static final int POLL_MS = 200;

	private final String host;
	private final Progress progress;

	/**
	 * @param host by which other nodes reach this one, "" for what Java finds
	 * @throws UserError if Spark is not on the class path, or no name is found
	 */
	public SparkNode(final String host, final Progress progress) {
		SparkEngines.require("spark");
		this.host = host.isEmpty() ? own() : host;
		this.progress = progress;
	}

	private static String own() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (final UnknownHostException e) {
			throw new UserError("This machine's name has no address (" + e
				.getMessage() + "); give host= with a name or an address.", e);
		}
	}

	public String host() {
		return host;
	}

	/**
	 * Runs a master.
	 *
	 * @param port 1..65535
	 */
	public void master(final int port) {
		run("master", () -> Master.main(new String[] { "--host", host, "--port",
			Integer.toString(port), "--webui-port", "0" }));
	}

	/**
	 * Runs a worker.
	 *
	 * @param master URL of its master
	 * @param cores that it offers, 0 for all
	 * @param gigabytes of memory that it offers, 0 for half of the machine's
	 * @throws UserError if the URL is none
	 */
	public void worker(final String master, final int cores,
		final int gigabytes)
	{
		if (!master.matches("spark://[^/:]+:\\d+")) throw new UserError("master=" +
			master +
			" is no URL of a Spark master; give master=spark://host:port, as the master prints it.");
		final List<String> words = List.of("--host", host, "--webui-port", "0",
			"--cores", Integer.toString(cores > 0 ? cores : Runtime.getRuntime()
				.availableProcessors()), "--memory", (gigabytes > 0 ? gigabytes
					: half()) + "g", "--work-dir", scratch().toString(), master);
		run("worker", () -> Worker.main(words.toArray(new String[0])));
	}

	private static int half() {
		final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(
			OperatingSystemMXBean.class);
		return (int) Math.max(1, machine.getTotalMemorySize() >> 31);
	}

	/** Where executors leave their logs. */
	private static Path scratch() {
		try {
			return Files.createTempDirectory("twostream-spark");
		}
		catch (final IOException e) {
			throw AtomicFile.failure(Path.of(System.getProperty("java.io.tmpdir")),
				e);
		}
	}

	// Spark's main methods return never.
	private void run(final String name, final Runnable main) {
		final Thread node = new Thread(main, "twostream-spark-" + name);
		node.setDaemon(true);
		node.start();
		progress.report(0, "Spark " + name + " on " + host);
		try {
			while (node.isAlive() && !progress.cancelled())
				node.join(POLL_MS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
