
package org.twostream.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.segment.AugmentationSet;
import org.twostream.segment.LabelledVolume;
import org.twostream.segment.RejectSampling;
import org.twostream.segment.Sampling;
import org.twostream.segment.TrainingSet;
import org.twostream.segment.WindowSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.hdf5.Hdf5Store;
import org.twostream.volume.tiff.TiffStore;

/**
 * Milliseconds of processor time that one training window takes, and windows
 * per second by the clock, on one thread. Arguments: raw URI, labels URI,
 * window x,y,z, windows per line, then one value of the key {@code augment} per
 * line wanted. A volume larger than an eighth of the heap (-Xmx) does not stay
 * in memory.
 */
public final class AugmentationBench {

	private AugmentationBench() {}

	public static void main(final String... a) {
		final VolumeStores stores = new VolumeStores(List.of(new TiffStore(),
			new ChunkedStore(), new Hdf5Store()));
		final WindowSize window = WindowSize.parse(a[2]);
		final int windows = Integer.parseInt(a[3]);
		try (EmVolume raw = stores.open(a[0]);
				EmVolume labels = stores.open(a[1]))
		{
			final LabelledVolume volume = new LabelledVolume(raw, labels,
				Target.MITOCHONDRIA);
			// The first to run pays for the compiler: once unseen.
			measure(volume, window, windows, "all");
			for (int i = 4; i < a.length; i++) {
				final double[] ms = measure(volume, window, windows, a[i]);
				System.out.printf(Locale.ROOT,
					"%-40s %6.2f ms processor   %6.1f windows/s%n", a[i], ms[0], 1000 /
						ms[1]);
			}
		}
	}

	/** Processor and wall milliseconds per window. */
	private static double[] measure(final LabelledVolume volume,
		final WindowSize window, final int windows, final String augment)
	{
		final TrainingSet set = new TrainingSet(List.of(volume), new Sampling(
			window, 1, RejectSampling.OFF, AugmentationSet.parse(augment,
				new VoxelSize(8, 8, 30))), new Seed(1), Progress.NONE);
		for (int i = 0; i < windows / 4; i++)
			set.batch(windows + i);
		final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(
			OperatingSystemMXBean.class);
		final long wall = System.nanoTime();
		final long cpu = process.getProcessCpuTime();
		for (int i = 0; i < windows; i++)
			set.batch(i);
		return new double[] { (process.getProcessCpuTime() - cpu) / 1e6 / windows,
			(System.nanoTime() - wall) / 1e6 / windows };
	}
}
