
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

	/** A jar of the profile fiji has classes whose libraries are not here. */
	@Test
	void leavesWithoutTheirLibrariesAreNotThere() throws Exception {
		final FijiFolder imagej = FijiFolder.imagej(folder.resolve("ImageJ"));
		install(imagej);
		final String classPath;
		try (Stream<Path> files = Files.walk(imagej.root)) {
			classPath = files.filter(Library::isJar).map(Path::toString).collect(
				Collectors.joining(File.pathSeparator));
		}
		final String project = "project=" + folder.resolve("a.twostream");
		java("-cp", classPath, "org.twostream.command.Shell", "sample", project,
			"size=48,48,16", "initial_sections=16");
		assertEquals(
			"TwoStream: FAILED: https://127.0.0.1:1/a.zarr is a remote volume, which only TwoStream in Fiji can open; copy it to a local disk and give that path.",
			refusal(classPath, "train", project, "raw=https://127.0.0.1:1/a.zarr"));
		final Path probe = folder.resolve("Probe.java");
		Files.writeString(probe, """
				public class Probe {
					public static void main(String[] kinds) throws Exception {
						var found = Class.forName("org.twostream.command.Leaves")
							.getDeclaredMethod("services", Class.class);
						found.setAccessible(true);
						for (String kind : kinds)
							System.out.println(found.invoke(null, Class.forName(kind)));
						Thread.currentThread().setName("Run$_train");
						ij.Macro.setOptions("project=[b.twostream] raw=em labels=em");
						ij.IJ.runPlugIn("org.twostream.command.PlainImageJ", "train");
						System.exit(0);
					}
				}
				""");
		final String found = java("-cp", classPath, probe.toString(),
			"org.twostream.volume.VolumeStore",
			"org.twostream.review.session.ReviewWindowKind");
		assertTrue(found.startsWith("[]\n[]\n"), found);
		assertEquals(
			"TwoStream: FAILED: raw=em is neither a file nor the title of an open image; check the path, or open the image.",
			read(folder.resolve("err")).lines().findFirst().orElse(""));
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

	private String refusal(final String classPath, final String... words)
		throws Exception
	{
		assertEquals(2, start(Stream.concat(Stream.of("-cp", classPath,
			"org.twostream.command.Shell"), Stream.of(words)).toList()));
		return read(folder.resolve("err")).strip();
	}

	private String java(final String... words) throws Exception {
		assertEquals(0, start(List.of(words)), () -> read(folder.resolve("err")));
		return read(folder.resolve("out"));
	}

	private int start(final List<String> words) throws Exception {
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true"));
		command.addAll(words);
		return new ProcessBuilder(command).directory(folder.toFile())
			.redirectOutput(folder.resolve("out").toFile()).redirectError(folder
				.resolve("err").toFile()).start().waitFor();
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
