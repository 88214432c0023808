
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.block.BlockEngines;
import org.twostream.block.spark.SparkEngines;
import org.twostream.core.Progress;

/**
 * A Spark cluster of other processes: a master and two workers as the launcher
 * starts them.
 */
@Tag("slow")
@Timeout(600)
class SparkClusterTest {

	private static final String MEMORY = "spark.executor.memory";

	@TempDir
	Path folder;

	private final List<Process> nodes = new ArrayList<>();
	private String master;

	@BeforeEach
	void startNodes() throws IOException {
		final int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress
			.getLoopbackAddress()))
		{
			port = free.getLocalPort();
		}
		master = "spark://localhost:" + port;
		start("node=master", "port=" + port);
		for (int i = 0; i < 2; i++)
			start("node=worker", "master=" + master, "cores=1", "memory_gb=1");
		System.setProperty(MEMORY, "700m");
	}

	private void start(final String... words) throws IOException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-Xmx300m",
			"--add-exports=java.base/sun.nio.ch=ALL-UNNAMED", "-cp", System
				.getProperty("java.class.path"), "org.twostream.command.Shell", "spark",
			"host=localhost"));
		command.addAll(List.of(words));
		final ProcessBuilder builder = new ProcessBuilder(command)
			.redirectErrorStream(true).redirectOutput(folder.resolve("node" + nodes
				.size() + ".log").toFile());
		builder.environment().put("SPARK_HOME", Files.createDirectories(folder
			.resolve("spark/jars")).getParent().toString());
		builder.environment().put("SPARK_SCALA_VERSION", "2.13");
		nodes.add(builder.start());
	}

	@AfterEach
	void stopNodes() throws InterruptedException {
		System.clearProperty(MEMORY);
		for (int i = nodes.size() - 1; i >= 0; i--) {
			nodes.get(i).destroy();
			assertTrue(nodes.get(i).waitFor(1, TimeUnit.MINUTES));
		}
	}

	@Test
	void anExecutorThatIsKilledLosesNoBlockAndChangesNoByte() throws IOException {
		final EngineSteps steps = EngineSteps.sampled(folder, 1);
		final Map<String, byte[]> expected = steps.made("here", BlockEngines.LOCAL);
		final Killing killing = new Killing();
		final Map<String, byte[]> found = steps.made("cluster", new SparkEngines(
			master), killing);
		// One application per step, and in each some executor died.
		assertTrue(killing.done.containsAll(Killing.PARTS), killing.done
			.toString());
		OtherEnginesTest.assertSame(expected, found);
	}

	/** Kills an executor once in each of several parts of the steps. */
	private final class Killing implements Progress {

		static final List<String> PARTS = List.of("Predicting", "Finding objects",
			"Splitting objects", "Cutting patches", "Embedding patches");

		private final Set<String> done = new TreeSet<>();

		@Override
		public synchronized void report(final double fraction,
			final String message)
		{
			if (PARTS.contains(message) && !done.contains(message) && killExecutor())
				done.add(message);
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	}

	private boolean killExecutor() {
		final Optional<ProcessHandle> executor = nodes.stream().flatMap(
			Process::descendants).findFirst();
		return executor.isPresent() && executor.get().destroyForcibly();
	}
}
