
package org.twostream.volume.hdf5;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.ChunkPart;
import org.twostream.volume.EmVolume;
import org.twostream.volume.RawVoxels;
import org.twostream.volume.RecentlyUsed;
import org.twostream.volume.Runs;
import org.twostream.volume.StoredAxes;
import org.twostream.volume.StoredType;
import org.twostream.volume.VolumeInfo;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;

/** A dataset as a volume. Thread-safe; the last decoded chunks are kept. */
final class Hdf5Volume implements EmVolume {

	private final HdfFile file;
	private final Dataset dataset;
	private final Hdf5Chunks chunks;
	private final long[] shape;
	private final StoredAxes axes;
	private final RawVoxels voxels;
	private final RecentlyUsed<Long, byte[]> blocks;
	private final VolumeInfo info;

	/**
	 * @param file closed with the volume
	 * @throws UserError if the dataset is no volume that can be read
	 */
	Hdf5Volume(final HdfFile file, final Dataset dataset) {
		this.file = file;
		this.dataset = dataset;
		shape = Arrays.stream(dataset.getDimensions()).asLongStream().toArray();
		axes = new StoredAxes(shape, List.of(), place());
		voxels = voxels(dataset.getDataType());
		checkFilters();
		chunks = Hdf5Chunks.of(file, dataset, voxels);
		blocks = RecentlyUsed.few(bytes());
		info = axes.info(voxels.type().pixelType(), chunks.edges(), voxelSize());
	}

	// Said when it is opened and not at the first voxel: another store may do.
	private void checkFilters() {
		try {
			dataset.getFilters();
		}
		catch (final HdfException e) {
			throw new UserError(place() +
				" is compressed in a way that cannot be read (" + e.getMessage() +
				"); save it with gzip and no other filter.", e);
		}
	}

	private String place() {
		return file.getFileAsPath() + "?" + dataset.getPath().replaceFirst("^/",
			"");
	}

	private long bytes() {
		long n = voxels.type().bytes();
		for (final int edge : chunks.edges())
			n *= edge;
		return n;
	}

	private RawVoxels voxels(final DataType type) {
		final int bits = 8 * type.getSize();
		if (type instanceof FixedPoint fixed && List.of(8, 16, 32, 64).contains(
			bits)) return new RawVoxels(StoredType.valueOf((fixed.isSigned() ? "INT"
				: "UINT") + bits), fixed.getByteOrder());
		if (type instanceof FloatingPoint real && (bits == 32 || bits == 64))
			return new RawVoxels(StoredType.valueOf("FLOAT" + bits), real
				.getByteOrder());
		throw new UserError(place() + " holds " + type.getClass().getSimpleName() +
			" values of " + bits +
			" bits, which are no voxels; choose another dataset.");
	}

	/** {@code resolution} in nm or {@code element_size_um}; z, y, x. */
	private Optional<VoxelSize> voxelSize() {
		final double[] nm = numbers("resolution");
		if (nm.length >= 3) return voxelSize(nm, 1);
		return voxelSize(numbers("element_size_um"), 1000);
	}

	private static Optional<VoxelSize> voxelSize(final double[] edges,
		final double unit)
	{
		final int n = edges.length;
		if (n < 3) return Optional.empty();
		for (int i = n - 3; i < n; i++)
			if (!(edges[i] > 0) || Double.isInfinite(edges[i])) return Optional
				.empty();
		// A product such as 0.0045 x 1000 carries noise in its last digits.
		return Optional.of(new VoxelSize(tidy(edges[n - 1] * unit), tidy(edges[n -
			2] * unit), tidy(edges[n - 3] * unit)));
	}

	private static double tidy(final double nm) {
		return new java.math.BigDecimal(nm).round(new java.math.MathContext(7))
			.doubleValue();
	}

	private double[] numbers(final String name) {
		final Attribute attribute = dataset.getAttributes().get(name);
		if (attribute == null) return new double[0];
		final Object data = attribute.getData();
		if (data instanceof double[] d) return d.clone();
		if (data instanceof float[] f) {
			final double[] d = new double[f.length];
			for (int i = 0; i < d.length; i++)
				d[i] = f[i];
			return d;
		}
		if (data instanceof int[] n) return Arrays.stream(n).asDoubleStream()
			.toArray();
		if (data instanceof long[] n) return Arrays.stream(n).asDoubleStream()
			.toArray();
		return new double[0];
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		read(channel, box, (raw, offset, to, n) -> voxels.read(raw, offset, target,
			to, n));
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		read(channel, box, (raw, offset, to, n) -> voxels.read(raw, offset, target,
			to, n));
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		read(channel, box, (raw, offset, to, n) -> voxels.read(raw, offset, target,
			to, n));
	}

	private interface Transfer {

		void run(byte[] raw, int offset, int to, int n);
	}

	private void read(final int channel, final Box box, final Transfer transfer) {
		final int[] size = axes.size(box);
		final int bytes = voxels.type().bytes();
		for (final ChunkPart part : ChunkPart.of(shape, chunks.edges(), axes.corner(
			channel, box), size))
		{
			final byte[] raw = chunk(part.chunk());
			Runs.forEach(part.size(), chunks.edges(), part.inChunk(), size, part
				.inBox(), (a, b, n) -> transfer.run(raw, a * bytes, b, n));
		}
	}

	private byte[] chunk(final long[] index) {
		long key = 0;
		for (int d = 0; d < index.length; d++)
			key = key * (shape[d] / chunks.edges()[d] + 1) + index[d];
		final long size = bytes();
		try {
			final byte[] raw = blocks.get(key, size, () -> chunks.load(index));
			if (raw.length < size) throw new IOException("a chunk holds " +
				raw.length + " bytes instead of " + size);
			return raw;
		}
		// jhdf reports damage by any of these.
		catch (final IOException | HdfException | IllegalArgumentException
				| IndexOutOfBoundsException | java.nio.BufferUnderflowException e)
		{
			throw new UserError(place() + ", chunk " + Arrays.toString(index) +
				" (z, y, x), is damaged or in a compression that cannot be read (" + e
					.getMessage() + "); copy the file again or save it with gzip.", e);
		}
	}

	@Override
	public void close() {
		file.close();
	}
}
