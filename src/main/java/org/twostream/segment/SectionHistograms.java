
package org.twostream.segment;

import java.util.Arrays;

import org.twostream.block.BlockGrid;
import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeInfo;

/**
 * How often each intensity occurs in each section of a volume: from this come
 * all statistics of an 8-bit volume, exactly.
 */
public final class SectionHistograms {

	private static final int XY_BLOCK = 1024;
	private static final int Z_BLOCK = 16;

	private SectionHistograms() {}

	/**
	 * Reads the whole volume once, block by block.
	 *
	 * @param raw 8 bit
	 * @param threads that read
	 * @return per section 256 counts, whatever the threads
	 * @throws UserError if the raw volume is not 8 bit
	 * @throws org.twostream.core.Cancelled between two blocks
	 */
	public static long[][] of(final EmVolume raw, final int threads,
		final Progress progress)
	{
		Predictor.checkRaw(raw.info());
		final VolumeInfo info = raw.info();
		final long[][] sections = new long[(int) info.zSize()][256];
		final BlockGrid grid = new BlockGrid(info.box(), Predictor.edge(info
			.xChunk(), XY_BLOCK), Predictor.edge(info.yChunk(), XY_BLOCK), Predictor
				.edge(info.zChunk(), Z_BLOCK));
		BlockRunner.local(RunSettings.of(threads, "Counting intensities")).run(grid,
			block -> {
				add(raw.bytes(0, block.core()), block.core(), sections);
				return null;
			}, progress);
		return sections;
	}

	private static void add(final byte[] voxels, final Box box,
		final long[][] sections)
	{
		final int n = (int) (box.xSize() * box.ySize());
		final int[] counts = new int[256];
		for (int z = 0; z < box.zSize(); z++) {
			Arrays.fill(counts, 0);
			for (int i = z * n; i < (z + 1) * n; i++)
				counts[voxels[i] & 0xFF]++;
			final long[] section = sections[(int) box.zMin() + z];
			synchronized (section) {
				for (int v = 0; v < counts.length; v++)
					section[v] += counts[v];
			}
		}
	}
}
