
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job scripts of macros/cluster as Slurm starts them, on a node without a
 * GPU and without Slurm's own commands.
 */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class ClusterScriptTest {

	private static final String GPU = "slurm_gpu.sh";
	private static final String SPARK = "slurm_spark.sh";

	@TempDir
	Path folder;

	private Path bin;

	@BeforeEach
	void makeLauncherAndVolumes() throws IOException {
		bin = Files.createDirectories(folder.resolve("bin"));
		executable("twostream", "exec '" + Path.of(System.getProperty("java.home"),
			"bin", "java") +
			"' -Djava.awt.headless=true --add-exports=java.base/sun.nio.ch=ALL-UNNAMED -cp '" +
			System.getProperty("java.class.path") + "' " + Shell.class.getName() +
			" \"$@\"");
		final Path sample = folder.resolve("sample.twostream");
		final Shell shell = new Shell(new PrintStream(OutputStream
			.nullOutputStream()), new PrintStream(OutputStream.nullOutputStream()),
			false);
		assertEquals(Shell.FINE, shell.run("sample", "project=" + sample,
			"size=96,96,16", "initial_sections=0"));
		final Path prediction = folder.resolve("made elsewhere.zarr");
		MadeElsewhere.predict(sample.resolve("sample/truth.zarr"), prediction);
		final String raw = sample.resolve("sample/raw.zarr").toString();
		Files.write(folder.resolve("volumes.tsv"), List.of(String.join("\t", folder
			.resolve("no model.twostream").toString(), raw, "8,8,30", "mitochondria",
			folder.resolve("none").toString(), ""), String.join("\t", project()
				.toString(), raw, "8,8,30", "mitochondria", "", prediction
					.toString())));
	}

	private Path project() {
		return folder.resolve("a volume.twostream");
	}

	private void executable(final String name, final String line)
		throws IOException
	{
		final Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" +
			line + "\n");
		assertTrue(file.toFile().setExecutable(true));
	}

	@Test
	void aTaskOfTheArrayRunsItsVolumeAndAgainDoesNothing() throws Exception {
		assertEquals(0, run(GPU, 2), log());
		assertTrue(Files.exists(project().resolve("queries/001.tsv")), log());
		assertEquals(0, run(GPU, 2), log());
		assertFalse(Files.exists(project().resolve("queries/002.tsv")));
		assertFalse(Files.exists(project().resolve("encoders/002")));
		assertFalse(log().contains("FAILED"), log());
	}

	@Test
	void withSparkItMakesTheSame() throws Exception {
		assertEquals(0, run(SPARK, 2), log());
		assertTrue(Files.exists(project().resolve("queries/001.tsv")), log());
		assertFalse(log().contains("FAILED"), log());
		assertEquals(0, run(GPU, 2), log());
		assertFalse(Files.exists(project().resolve("rois/002")));
	}

	@Test
	void aRefusedStepEndsTheJobWithItsCodeAndOneMarkedLine() throws Exception {
		assertEquals(Shell.REFUSED, run(GPU, 1), log());
		assertEquals(1, log().lines().filter(l -> l.startsWith(
			"TwoStream: FAILED: ")).count(), log());
		assertFalse(log().contains(" propose "), log());
		assertEquals(2, run(GPU, 3), log());
		assertTrue(log().contains("volumes.tsv has no line 3"), log());
	}

	@Test
	void aStoppedStepIsQueuedAgain() throws Exception {
		executable("twostream", "exit 130");
		executable("scontrol", "echo scontrol \"$@\"");
		for (final String script : List.of(GPU, SPARK)) {
			assertEquals(Shell.STOPPED, run(script, 2), log());
			assertTrue(log().contains("scontrol requeue 17_2"), log());
		}
	}

	private int run(final String script, final int task) throws Exception {
		final ProcessBuilder builder = new ProcessBuilder("bash", Path.of(
			"macros/cluster", script).toAbsolutePath().toString(), "volumes.tsv")
			.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(
				folder.resolve("log").toFile());
		builder.environment().putAll(Map.of("SLURM_JOB_ID", "18",
			"SLURM_ARRAY_JOB_ID", "17", "SLURM_ARRAY_TASK_ID", Integer.toString(task),
			"SLURM_CPUS_PER_TASK", "2", "SLURM_SUBMIT_DIR", bin.toString(), "DEVICE",
			"cpu", "EPOCHS", "1", "IMAGE_LATENT", "4", "BUDGET", "4"));
		builder.environment().put("MASTER", "local[2]");
		builder.environment().merge("PATH", bin.toString(), (path, own) -> own +
			File.pathSeparator + path);
		final Process process = builder.start();
		assertTrue(process.waitFor(4, TimeUnit.MINUTES));
		return process.exitValue();
	}

	private String log() throws IOException {
		return Files.readString(folder.resolve("log"));
	}
}
