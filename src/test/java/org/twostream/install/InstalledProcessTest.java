
package org.twostream.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Progress;

/** What was installed runs with the jars of its folder and no others. */
@Timeout(120)
class InstalledProcessTest {

	@TempDir
	Path folder;

	@Test
	void aFijiRunsOurCommandsWithNothingButItsOwnJars() throws Exception {
		final FijiFolder fiji = FijiFolder.latest(folder.resolve("Fiji"));
		// an older one of the same line, as Fiji has it
		fiji.replace("zstd-jni", "1.5.6-6");
		install(fiji);
		// the class path of Fiji's launcher: jars and plugins, one level deep
		final List<Path> jars = new ArrayList<>();
		for (final String place : List.of("jars", "plugins"))
			try (Stream<Path> files = Files.walk(fiji.root.resolve(place), 2)) {
				jars.addAll(files.filter(Library::isJar).sorted().toList());
			}
		assertTrue(jars.stream().allMatch(j -> j.startsWith(fiji.root)));
		final String classPath = jars.stream().map(Path::toString).collect(
			Collectors.joining(File.pathSeparator));
		final String doctor = java("-cp", classPath, "org.twostream.command.Shell",
			"doctor", "threads=1");
		assertTrue(doctor.contains("device\tcpu"), doctor);
		final String sample = java("-cp", classPath, "org.twostream.command.Shell",
			"sample", "project=" + folder.resolve("a.twostream"), "size=48,48,16",
			"initial_sections=16");
		assertTrue(sample.startsWith("step\tsample"), sample);
	}

	@Test
	void fijisModulePathStillStarts() throws Exception {
		final FijiFolder fiji = FijiFolder.latest(folder.resolve("Fiji"));
		install(fiji);
		// Fiji's launcher puts this folder on the module path, where one jar
		// without a valid module name is enough to keep Java from starting
		ModuleFinder.of(fiji.root.resolve("jars/linux64")).findAll();
		assertTrue(Files.exists(fiji.root.resolve("jars").resolve(FijiFolder.jar(
			"pytorch-native-cpu").getFileName())));
	}

	@Test
	void plainImageJRunsOurCommandsThroughItsPluginLoader() throws Exception {
		final FijiFolder imagej = FijiFolder.imagej(folder.resolve("ImageJ"));
		install(imagej);
		final Path probe = folder.resolve("Probe.java");
		Files.writeString(probe, "public class Probe {\n" +
			"public static void main(String[] a) throws Exception {\n" +
			"Thread.currentThread().setName(\"Run$_doctor\");\n" +
			"ij.Macro.setOptions(\"threads=1\");\n" +
			"ij.IJ.runPlugIn(\"org.twostream.command.PlainImageJ\", \"doctor\");\n" +
			"System.exit(0); } }\n");
		final String doctor = java("-cp", imagej.root.resolve("ij.jar").toString(),
			"-Dplugins.dir=" + imagej.root, probe.toString());
		assertTrue(doctor.contains("device\tcpu"), doctor);
	}

	private static void install(final FijiFolder place) throws IOException {
		final Distribution distribution = FijiFolder.distribution(place.root
			.getParent(), "0.1.0");
		final Installer installer = new Installer(place.application(),
			Progress.NONE);
		installer.install(installer.plan(distribution, distribution.natives()));
	}

	private String java(final String... words) throws Exception {
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true"));
		command.addAll(List.of(words));
		final Path out = folder.resolve("out");
		final Path err = folder.resolve("err");
		final Process process = new ProcessBuilder(command).directory(folder
			.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile())
			.start();
		assertEquals(0, process.waitFor(), () -> read(err));
		return Files.readString(out);
	}

	private static String read(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final IOException e) {
			return e.toString();
		}
	}
}
