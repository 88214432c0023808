
package org.twostream.volume.n5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.NativeType;
import net.imglib2.view.Views;

import org.janelia.saalfeldlab.n5.DataType;
import org.janelia.saalfeldlab.n5.DatasetAttributes;
import org.janelia.saalfeldlab.n5.N5Reader;
import org.janelia.saalfeldlab.n5.imglib2.N5Utils;
import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.volume.ChunkPart;
import org.twostream.volume.EmVolume;
import org.twostream.volume.RawVoxels;
import org.twostream.volume.Runs;
import org.twostream.volume.StoredAxes;
import org.twostream.volume.StoredType;
import org.twostream.volume.VolumeInfo;

/**
 * An array of the N5 library seen as a volume. The library decodes, caches and
 * makes its sizes; everything else is as in our own volumes. Thread-safe.
 */
final class N5Volume implements EmVolume {

	/** Decoded voxels kept, in bytes. */
	private static final long CACHE = 128L << 20;
	private static final int FEWEST = 16;

	private final N5Reader reader;
	private final String place;
	private final PrimitiveBlocks<?> blocks;
	private final RawVoxels voxels;
	private final StoredAxes axes;
	private final long[] shape;
	private final int[] chunk;
	private final VolumeInfo info;

	/**
	 * @param place for messages
	 * @throws UserError if the array is no volume
	 */
	N5Volume(final N5Reader reader, final N5Container.Found found,
		final String place)
	{
		this.reader = reader;
		this.place = place;
		final DatasetAttributes attributes = reader.getDatasetAttributes(found
			.path());
		if (attributes == null || found.zarr2() && !found.attributes().objects(
			"filters").isEmpty()) throw new UserError(place +
				" uses a data type or filters that cannot be read; convert the volume without them.");
		final StoredType type = type(attributes.getDataType());
		voxels = new RawVoxels(type, ByteOrder.nativeOrder());
		// The library's axes are fastest first, ours slowest first; an array in F
		// order is one whose fastest axis is z.
		final boolean fortran = found.zarr2() && found.attributes().string("order",
			"C").equals("F");
		shape = fortran ? attributes.getDimensions().clone() : reversed(attributes
			.getDimensions());
		chunk = fortran ? attributes.getChunkSize().clone() : ints(reversed(longs(
			attributes.getChunkSize())));
		axes = new StoredAxes(shape, found.axes(), place);
		info = axes.info(type.pixelType(), chunk, found.voxelSize());
		blocks = blocks(found, attributes, fortran);
	}

	private <T extends NativeType<T>> PrimitiveBlocks<T> blocks(
		final N5Container.Found found, final DatasetAttributes attributes,
		final boolean fortran)
	{
		long bytes = voxels.type().bytes();
		for (final int edge : chunk)
			bytes *= edge;
		RandomAccessibleInterval<T> image = N5Utils.openWithBoundedSoftRefCache(
			reader, found.path(), new MissingChunk<T>(MissingChunk.fillValue(found,
				attributes)), (int) Math.max(FEWEST, CACHE / bytes));
		final int n = shape.length;
		if (fortran) for (int d = 0; d < n / 2; d++)
			image = Views.permute(image, d, n - 1 - d);
		return PrimitiveBlocks.of(image).threadSafe();
	}

	private StoredType type(final DataType type) {
		return switch (type) {
			case UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, FLOAT32,
					FLOAT64 -> StoredType.valueOf(type.name());
			default -> throw new UserError(place + " holds the data type " + type
				.name().toLowerCase(Locale.ROOT) +
				", which is no volume type; convert it to uint8, uint16, uint32, uint64 or float32.");
		};
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		read(channel, box, (raw, from, to, n) -> voxels.read(raw, from, target, to,
			n));
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		read(channel, box, (raw, from, to, n) -> voxels.read(raw, from, target, to,
			n));
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		read(channel, box, (raw, from, to, n) -> voxels.read(raw, from, target, to,
			n));
	}

	private interface Transfer {

		void run(byte[] raw, int from, int to, int n);
	}

	private void read(final int channel, final Box box, final Transfer transfer) {
		final int[] size = axes.size(box);
		final int bytes = voxels.type().bytes();
		for (final ChunkPart part : ChunkPart.of(shape, chunk, axes.corner(channel,
			box), size))
		{
			final byte[] raw = part(part);
			Runs.forEach(part.size(), part.size(), new int[shape.length], size, part
				.inBox(), (a, b, n) -> transfer.run(raw, a * bytes, b, n));
		}
	}

	private byte[] part(final ChunkPart part) {
		final long[] corner = new long[shape.length];
		Arrays.setAll(corner, d -> part.chunk()[d] * chunk[d] + part.inChunk()[d]);
		final long[] from = reversed(corner);
		final int[] size = ints(reversed(longs(part.size())));
		final int n = part.elements();
		final byte[] raw = new byte[n * voxels.type().bytes()];
		final ByteBuffer buffer = ByteBuffer.wrap(raw).order(voxels.order());
		try {
			switch (voxels.type()) {
				case UINT8, INT8, BOOL -> blocks.copy(from, raw, size);
				case UINT16, INT16 -> buffer.asShortBuffer().put(copy(from, size,
					new short[n]));
				case UINT32, INT32 -> buffer.asIntBuffer().put(copy(from, size,
					new int[n]));
				case UINT64, INT64 -> buffer.asLongBuffer().put(copy(from, size,
					new long[n]));
				case FLOAT32 -> buffer.asFloatBuffer().put(copy(from, size,
					new float[n]));
				case FLOAT64 -> buffer.asDoubleBuffer().put(copy(from, size,
					new double[n]));
			}
		}
		catch (final RuntimeException | LinkageError e) {
			throw N5Store.refusal("Chunk " + Arrays.toString(part.chunk()) +
				" (z, y, x) of " + place, e);
		}
		return raw;
	}

	private <A> A copy(final long[] from, final int[] size, final A target) {
		blocks.copy(from, target, size);
		return target;
	}

	private static long[] reversed(final long[] values) {
		final long[] turned = new long[values.length];
		Arrays.setAll(turned, i -> values[values.length - 1 - i]);
		return turned;
	}

	private static long[] longs(final int[] values) {
		return Arrays.stream(values).asLongStream().toArray();
	}

	private static int[] ints(final long[] values) {
		return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
	}

	@Override
	public void close() {
		reader.close();
	}
}
