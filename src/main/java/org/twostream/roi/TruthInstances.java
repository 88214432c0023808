
package org.twostream.roi;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.twostream.block.Block;
import org.twostream.block.BlockEngine;
import org.twostream.block.BlockGrid;
import org.twostream.block.BlockRunner;
import org.twostream.block.BlockSize;
import org.twostream.block.RunSettings;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;

/**
 * Objects of a label volume. One with more than one distinct non-zero value
 * holds ids; one with a single value, as 0/255, is a mask, whose objects are
 * its components. Works block by block. Immutable; thread-safe.
 */
public final class TruthInstances {

	private final EmVolume labels;
	private final int threads;

	/**
	 * @param labels whole numbers, 0 background
	 * @param threads blocks looked at at once
	 * @throws UserError if the volume does not hold whole numbers
	 */
	public TruthInstances(final EmVolume labels, final int threads) {
		if (labels.info().type() == PixelType.FLOAT32) throw new UserError(
			"The label volume holds floating-point voxels where whole numbers are needed; choose another one or convert it.");
		this.labels = labels;
		this.threads = threads;
	}

	/**
	 * Whether the volume has more than one distinct non-zero value; reads no
	 * further than it must.
	 *
	 * @throws org.twostream.core.Cancelled if cancelled
	 */
	public boolean areIds(final Progress progress) {
		final AtomicLong seen = new AtomicLong();
		final AtomicBoolean several = new AtomicBoolean();
		BlockRunner.local(RunSettings.of(threads, "Looking at labels")).run(
			LabellingOptions.DEFAULT_BLOCK.grid(labels.info().box()), block -> {
				if (several.get()) return null;
				long last = 0;
				for (final long id : labels.ids(0, block.core())) {
					if (id == last || id == 0) continue;
					last = id;
					if (seen.compareAndExchange(0, id) != 0 && seen.get() != id) {
						several.set(true);
						return null;
					}
				}
				return null;
			}, progress);
		return several.get();
	}

	/**
	 * Labels the components of the non-zero voxels 1..n in the order of their
	 * first voxels.
	 *
	 * @param connectivity 26 for what design and metrics call an object
	 * @param target 64-bit, of the same size; not closed here
	 * @param resume where finished blocks are noted
	 * @return n
	 * @throws UserError if the disk refuses
	 * @throws org.twostream.core.Cancelled if cancelled
	 */
	public int relabel(final Connectivity connectivity, final VolumeWriter target,
		final Optional<RunSettings.Resume> resume, final Progress progress)
	{
		final VolumeInfo to = target.info();
		final BlockSize block = LabellingOptions.DEFAULT_BLOCK.roundedUpTo(to
			.xChunk(), to.yChunk(), to.zChunk());
		final BlockGrid grid = block.grid(labels.info().box());
		final ComponentLabelling objects = ComponentLabelling.find(labels.info()
			.box(), grid, this::foreground, Optional.empty(), new LabellingOptions(0,
				1, connectivity, Optional.empty(), threads, block), 1, BlockEngine
					.local(), progress.part(0, 0.5));
		objects.write(target, resume, progress.part(0.5, 1));
		return objects.size();
	}

	private ObjectSource.BlockVoxels foreground(final Block block) {
		if (labels.info().type() == PixelType.UINT8) {
			return mask(labels.bytes(0, block.core()), block);
		}
		final long[] ids = labels.ids(0, block.core());
		final byte[] voxels = new byte[ids.length];
		for (int i = 0; i < ids.length; i++)
			if (ids[i] != 0) voxels[i] = 1;
		return mask(voxels, block);
	}

	private static ObjectSource.BlockVoxels mask(final byte[] voxels,
		final Block block)
	{
		return new ObjectSource.BlockVoxels(RowBits.of(voxels, 1, block.core()),
			Optional.empty(), Optional.empty());
	}
}
