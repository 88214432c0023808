
package org.twostream.ui.bdv;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.cache.img.ReadOnlyCachedCellImgFactory;
import net.imglib2.cache.img.ReadOnlyCachedCellImgOptions;
import net.imglib2.cache.img.SingleCellArrayImg;
import net.imglib2.cache.img.optional.CacheOptions.CacheType;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.realtransform.AffineTransform3D;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.volatiles.VolatileUnsignedByteType;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.Pyramid;
import org.twostream.volume.VolumeInfo;

import bdv.BigDataViewer;
import bdv.cache.SharedQueue;
import bdv.util.RandomAccessibleIntervalMipmapSource;
import bdv.viewer.SourceAndConverter;
import mpicbg.spim.data.sequence.FinalVoxelDimensions;

/**
 * Volumes as sources of BigDataViewer, in nm from the centre of the first
 * voxel. Cells are read when they are first seen, by the threads of the queue.
 */
final class VolumeSource implements AutoCloseable {

	/** Voxels of a cell, at most. */
	private static final long MOST = 1 << 20;
	private static final int LEAST_EDGE = 32;
	/** Bytes of cells that are kept for each level. */
	private static final long KEPT = 64 << 20;

	private final VoxelSize voxel;
	private final SharedQueue queue;
	private final Consumer<String> failed;
	private final ReadWriteLock reading = new ReentrantReadWriteLock();
	private boolean closed;

	/**
	 * @param voxel nm
	 * @param queue whose threads read
	 * @param failed hears why a cell could not be read, which stays black
	 */
	VolumeSource(final VoxelSize voxel, final SharedQueue queue,
		final Consumer<String> failed)
	{
		this.voxel = voxel;
		this.queue = queue;
		this.failed = failed;
	}

	/** @param volume 8-bit */
	SourceAndConverter<UnsignedByteType> of(final EmVolume volume,
		final int channel, final String name)
	{
		final List<Pyramid.Level> levels = Pyramid.of(volume, voxel).levels();
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<UnsignedByteType>[] images = levels.stream()
			.map(l -> cells(l.volume(), channel)).toArray(
				RandomAccessibleInterval[]::new);
		final double[][] factors = levels.stream().map(l -> new double[] { l.fx(), l
			.fy(), l.fz() }).toArray(double[][]::new);
		final AffineTransform3D toNm = new AffineTransform3D();
		toNm.set(voxel.x(), 0, 0, 0, 0, voxel.y(), 0, 0, 0, 0, voxel.z(), 0);
		final UnsignedByteType type = new UnsignedByteType();
		final var source = new RandomAccessibleIntervalMipmapSource<>(images, type,
			factors, new FinalVoxelDimensions("nm", voxel.x(), voxel.y(), voxel.z()),
			toNm, name);
		final VolatileUnsignedByteType loading = new VolatileUnsignedByteType();
		return new SourceAndConverter<>(source, BigDataViewer.createConverterToARGB(
			type), new SourceAndConverter<>(source.asVolatile(loading, queue),
				BigDataViewer.createConverterToARGB(loading)));
	}

	private RandomAccessibleInterval<UnsignedByteType> cells(
		final EmVolume volume, final int channel)
	{
		final VolumeInfo info = volume.info();
		final long[] size = { info.xSize(), info.ySize(), info.zSize() };
		final int[] cell = cell(info, size);
		final CellGrid grid = new CellGrid(size, cell);
		final ReadOnlyCachedCellImgOptions options = ReadOnlyCachedCellImgOptions
			.options().cellDimensions(cell).cacheType(CacheType.BOUNDED).maxCacheSize(
				Math.max(8, KEPT / ((long) cell[0] * cell[1] * cell[2])));
		return new ReadOnlyCachedCellImgFactory().create(grid.getImgDimensions(),
			new UnsignedByteType(), part -> read(volume, channel, part), options);
	}

	/** The chunks of the file, or parts of them where these are large. */
	private static int[] cell(final VolumeInfo info, final long[] size) {
		final int[] cell = { info.xChunk(), info.yChunk(), info.zChunk() };
		for (int d = 0; d < 3; d++)
			cell[d] = (int) Math.max(1, Math.min(size[d], Math.max(LEAST_EDGE,
				cell[d])));
		while ((long) cell[0] * cell[1] * cell[2] > MOST) {
			final int longest = cell[2] >= cell[0] && cell[2] >= cell[1] ? 2
				: cell[0] >= cell[1] ? 0 : 1;
			cell[longest] = (cell[longest] + 1) / 2;
		}
		return cell;
	}

	private void read(final EmVolume volume, final int channel,
		final SingleCellArrayImg<UnsignedByteType, ?> part)
	{
		final Box box = new Box(part.min(0), part.min(1), part.min(2), part.max(0) +
			1, part.max(1) + 1, part.max(2) + 1);
		reading.readLock().lock();
		try {
			if (!closed) volume.read(channel, box, (byte[]) part.getStorageArray());
		}
		catch (final UserError e) {
			failed.accept(e.getMessage());
		}
		finally {
			reading.readLock().unlock();
		}
	}

	/** Waits for what is being read; all else stays black. */
	@Override
	public void close() {
		reading.writeLock().lock();
		closed = true;
		reading.writeLock().unlock();
	}
}
