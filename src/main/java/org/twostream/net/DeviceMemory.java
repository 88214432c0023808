
package org.twostream.net;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;

/**
 * What some work needs of a device's memory; of the machine's where the device
 * is the processor.
 *
 * @param needed bytes beyond what was in use before, at the worst moment; 0
 *          where the system does not say
 * @param free bytes that are free after it
 */
public record DeviceMemory(long needed, long free) {

	private static final Path STATUS = Path.of("/proc/self/status");
	private static final Path MEMORY = Path.of("/proc/meminfo");
	private static final Path RESET = Path.of("/proc/self/clear_refs");

	static DeviceMemory of(final Device device, final Runnable work) {
		if (device.isGpu()) {
			// What libtorch has once taken it keeps, so the end is the worst moment.
			final long before = free(CudaUtils.getGpuMemory(device));
			work.run();
			final long after = free(CudaUtils.getGpuMemory(device));
			return new DeviceMemory(Math.max(0, before - after), after);
		}
		final long before = resetPeak() ? kilobytes(STATUS, "VmRSS:") : -1;
		work.run();
		final long peak = before < 0 ? -1 : kilobytes(STATUS, "VmHWM:");
		final long free = kilobytes(MEMORY, "MemAvailable:");
		return new DeviceMemory(peak < 0 ? 0 : Math.max(0, peak - before) << 10,
			free < 0 ? freeOfJava() : free << 10);
	}

	private static long free(final MemoryUsage usage) {
		return usage.getMax() - usage.getUsed();
	}

	private static long freeOfJava() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getFreeMemorySize();
	}

	/** Linux only: makes the most that was ever in use what is in use now. */
	private static boolean resetPeak() {
		try {
			Files.writeString(RESET, "5");
			return true;
		}
		catch (final IOException e) {
			return false; // another system, or not allowed: then nothing is known
		}
	}

	/** A line of a file of the Linux kernel, or -1 where there is none. */
	private static long kilobytes(final Path file, final String name) {
		if (!Files.isReadable(file)) return -1;
		try {
			for (final String line : Files.readAllLines(file))
				if (line.startsWith(name)) return Long.parseLong(line.substring(name
					.length(), line.length() - "kB".length()).trim());
			return -1;
		}
		catch (final IOException e) {
			return -1; // as if the system did not say
		}
	}
}
