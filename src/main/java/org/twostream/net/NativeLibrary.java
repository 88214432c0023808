
package org.twostream.net;

import java.io.File;
import java.util.Locale;

import com.sun.jna.Function;

import org.twostream.core.UserError;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;

/** Loads libtorch through DJL, never from the network. */
final class NativeLibrary {

	private static final String HUGE_PAGES = "THP_MEM_ALLOC_ENABLE";
	private static final String SPIN = "GOMP_SPINCOUNT";
	private static final String OFFLINE = "ai.djl.offline";

	private NativeLibrary() {}

	/**
	 * Loads the library once; later calls return the same engine.
	 *
	 * @throws NoNativeLibrary if there is none for this machine
	 * @throws UserError if it does not load
	 */
	static Engine load() {
		if (System.getProperty(OFFLINE) == null && System.getenv(
			"DJL_OFFLINE") == null) System.setProperty(OFFLINE, "true");
		if (NativeFiles.found().isEmpty()) throw new NoNativeLibrary(
			"PyTorch's native library " + NativeFiles.version() + " for " +
				NativeFiles.platform() +
				" is not on this machine; run Install Engine... (twostream engine), which says what it would fetch from where, or set PYTORCH_LIBRARY_PATH to a folder with libtorch.");
		NativeFiles.point();
		tune();
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		// DJL looks for its parts through it; plain ImageJ loads plugins elsewhere.
		thread.setContextClassLoader(NativeFiles.loader());
		try {
			return Engine.getEngine("PyTorch");
		}
		catch (final EngineException | LinkageError e) {
			throw new UserError("The native PyTorch library for " + System
				.getProperty("os.name") + " " + System.getProperty("os.arch") +
				" did not load (" + reason(e) +
				"); put the pytorch-native and pytorch-jni jars for it on the class path or set PYTORCH_LIBRARY_PATH to a folder with it.",
				e);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/**
	 * Device of a name.
	 *
	 * @param name auto, cpu, cuda or cuda:N
	 * @throws UserError if there is no such device
	 */
	static Device device(final Engine engine, final String name) {
		final int gpus = engine.getGpuCount();
		if ("cpu".equals(name) || "auto".equals(name) && gpus == 0) return Device
			.cpu();
		if ("auto".equals(name) || "cuda".equals(name)) return gpu(name, 0, gpus);
		if (name.matches("cuda:\\d{1,4}")) return gpu(name, Integer.parseInt(name
			.substring(5)), gpus);
		throw new UserError("device=" + name +
			" is none of auto, cpu, cuda, cuda:N; choose one of them.");
	}

	private static Device gpu(final String name, final int index,
		final int gpus)
	{
		if (index < gpus) return Device.gpu(index);
		throw new UserError("device=" + name + " was asked for, but there are " +
			gpus +
			" CUDA devices that this PyTorch can use; choose device=cpu or install the CUDA build of the native library.");
	}

	/** Whether large arrays lie on huge pages. */
	static String hugePages() {
		try {
			final String value = Function.getFunction("c", "getenv").invokeString(
				new Object[] { HUGE_PAGES }, false);
			return value == null ? "0" : value;
		}
		catch (final LinkageError e) {
			return "unknown";
		}
	}

	// Both are read when the library loads; what the user has set stays. Arrays
	// above 32 MiB are mapped and unmapped at each use, and without huge pages
	// every pass over them pays for page faults. Threads that wait for others
	// spin
	// for milliseconds by default, which on a busy machine makes a step ten times
	// slower.
	private static void tune() {
		if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains(
			"linux")) return;
		try {
			final Function set = Function.getFunction("c", "setenv");
			set.invokeInt(new Object[] { HUGE_PAGES, "1", 0 });
			set.invokeInt(new Object[] { SPIN, "1000", 0 });
		}
		catch (final LinkageError e) {
			org.slf4j.LoggerFactory.getLogger(NativeLibrary.class).warn(
				"Without JNA the network runs slower; set {}=1 and {}=1000 before the start.",
				HUGE_PAGES, SPIN, e);
		}
	}

	private static String reason(final Throwable e) {
		Throwable cause = e;
		while (cause.getCause() != null)
			cause = cause.getCause();
		final String message = String.valueOf(cause.getMessage());
		return cause.getClass().getSimpleName() + ": " + message.lines().findFirst()
			.orElse("").replace(File.separator + File.separator, File.separator);
	}
}
