
package org.twostream.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.twostream.block.Block;
import org.twostream.block.BlockRunner;
import org.twostream.block.BlockSize;
import org.twostream.block.BlockTask;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.Pyramid;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedPyramid;
import org.twostream.volume.chunked.ChunkedSpec;

/**
 * A label volume in several resolutions, as viewers want it. A coarse voxel has
 * the label of the first fine one in it: labels are no numbers to average.
 */
final class LabelPyramid {

	/** Twice as long along each axis in the finer resolution: 64 MB a thread. */
	private static final BlockSize BLOCK = new BlockSize(128, 128, 64);

	private LabelPyramid() {}

	/**
	 * @param folder is made, an OME-Zarr
	 * @return number of resolutions
	 */
	static int write(final EmVolume labels, final VoxelSize voxel,
		final Path folder, final int threads, final Progress progress)
	{
		final VolumeInfo info = labels.info();
		final List<Pyramid.Factors> levels = Pyramid.plan(info, voxel);
		final List<VolumeWriter> writers = new ArrayList<>();
		try {
			writers.addAll(ChunkedPyramid.create(folder, ChunkedSpec.of(
				PixelType.UINT64, info.xSize(), info.ySize(), info.zSize())
				.withVoxelSize(voxel).withName("labels"), levels));
			EmVolume from = labels;
			Pyramid.Factors fine = levels.get(0);
			for (int i = 0; i < writers.size(); i++) {
				final VolumeWriter to = writers.get(i);
				final Pyramid.Factors f = levels.get(i);
				final VolumeInfo size = to.info();
				BlockRunner.local(RunSettings.of(threads, "Writing resolution " + i))
					.run(BLOCK.roundedUpTo(size.xChunk(), size.yChunk(), size.zChunk())
						.grid(size.box()), new TakeFirst(from, new Pyramid.Factors(f.x() /
							fine.x(), f.y() / fine.y(), f.z() / fine.z()), to), progress.part(
								(double) i / writers.size(), (i + 1.) / writers.size()));
				from = to.reader();
				fine = f;
			}
			return writers.size();
		}
		finally {
			writers.forEach(VolumeWriter::close);
		}
	}

	/** Of each f voxels the first. */
	private record TakeFirst(EmVolume from, Pyramid.Factors f, VolumeWriter to)
			implements
				BlockTask<Void> {

		@Override
		public Void run(final Block block) {
			final Box b = block.core();
			final Box all = from.info().box();
			final Box source = new Box(b.xMin() * f.x(), b.yMin() * f.y(), b.zMin() *
				f.z(), b.xMax() * f.x(), b.yMax() * f.y(), b.zMax() * f.z()).intersect(
					all);
			final long[] fine = from.ids(0, source);
			final long[] coarse = new long[b.arrayLength()];
			int i = 0;
			for (long z = 0; z < source.zSize(); z += f.z())
				for (long y = 0; y < source.ySize(); y += f.y())
					for (long x = 0; x < source.xSize(); x += f.x())
						coarse[i++] = fine[Math.toIntExact(x + source.xSize() * (y + source
							.ySize() * z))];
			to.write(0, b, coarse);
			return null;
		}
	}
}
