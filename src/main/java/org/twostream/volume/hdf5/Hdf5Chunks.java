
package org.twostream.volume.hdf5;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

import org.twostream.core.UserError;
import org.twostream.volume.RawVoxels;
import org.twostream.volume.StoredType;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.PipelineFilterWithData;

/**
 * How a dataset lies in its file, as chunks in C order. Thread-safe.
 */
interface Hdf5Chunks {

	/** Elements of a chunk along each axis. */
	int[] edges();

	/**
	 * The bytes of a whole chunk, also at the end of the dataset.
	 *
	 * @param index of the chunk along each axis
	 */
	byte[] load(long[] index) throws IOException;

	/**
	 * @throws UserError if the dataset lies in a way that is not read
	 */
	static Hdf5Chunks of(final HdfFile file, final Dataset dataset,
		final RawVoxels voxels)
	{
		if (dataset instanceof ChunkedDataset chunked) return new Chunked(chunked,
			voxels);
		if (dataset instanceof ContiguousDataset contiguous) return new Planes(file,
			contiguous, voxels);
		throw new UserError(dataset.getPath() + " in " + file.getFileAsPath() +
			" is stored inside its header; save it as a chunked dataset.");
	}

	/** Chunks as HDF5 stores them. */
	final class Chunked implements Hdf5Chunks {

		private static final int LZF = 32000;
		private static final int FLETCHER32 = 3;

		private final ChunkedDataset dataset;
		private final RawVoxels voxels;
		private final int[] edges;

		Chunked(final ChunkedDataset dataset, final RawVoxels voxels) {
			this.dataset = dataset;
			this.voxels = voxels;
			edges = dataset.getChunkDimensions();
		}

		@Override
		public int[] edges() {
			return edges;
		}

		@Override
		public byte[] load(final long[] index) throws IOException {
			final int[] offset = new int[index.length];
			for (int d = 0; d < offset.length; d++)
				offset[d] = Math.toIntExact(index[d] * edges[d]);
			try {
				return dataset.getDecompressedChunk(offset);
			}
			catch (final HdfException e) {
				// jhdf has no question for it: chunks never written are not there.
				if (String.valueOf(e.getMessage()).startsWith("No chunk with offset"))
					return filled();
				return unfiltered(offset, e);
			}
		}

		/**
		 * LZF leaves a chunk that would not shrink as it is, and marks that in a
		 * mask that jhdf does not look at.
		 */
		private byte[] unfiltered(final int[] offset, final HdfException cause) {
			final List<Integer> filters = dataset.getFilters().stream().map(
				PipelineFilterWithData::getId).toList();
			final ByteBuffer raw = dataset.getRawChunkBuffer(offset);
			final int n = bytes();
			final boolean checksum = filters.contains(FLETCHER32);
			if (!filters.contains(LZF) || filters.size() != (checksum ? 2 : 1) || raw
				.remaining() != n + (checksum ? 4 : 0)) throw cause;
			final byte[] stored = new byte[n];
			raw.get(stored);
			return stored;
		}

		private int bytes() {
			int n = voxels.type().bytes();
			for (final int edge : edges)
				n *= edge;
			return n;
		}

		private byte[] filled() {
			final byte[] bytes = new byte[bytes()];
			if (dataset.getFillValue() instanceof Number fill && fill
				.doubleValue() != 0) for (int i = 0; i < bytes.length; i += voxels
					.type().bytes())
				put(fill, bytes, i);
			return bytes;
		}

		private void put(final Number fill, final byte[] bytes, final int at) {
			final boolean real = voxels.type() == StoredType.FLOAT32 || voxels
				.type() == StoredType.FLOAT64;
			if (real) voxels.write(new float[] { fill.floatValue() }, 0, bytes, at,
				1);
			else voxels.write(new long[] { fill.longValue() }, 0, bytes, at, 1);
		}
	}

	/** A contiguous dataset, taken plane by plane. */
	final class Planes implements Hdf5Chunks {

		private static final long LARGEST = 16 << 20;

		private final HdfFile file;
		private final int[] edges;
		private final long[] shape;
		private final int bytes;
		private final long start;

		Planes(final HdfFile file, final ContiguousDataset dataset,
			final RawVoxels voxels)
		{
			this.file = file;
			shape = Arrays.stream(dataset.getDimensions()).asLongStream().toArray();
			bytes = voxels.type().bytes();
			edges = new int[shape.length];
			Arrays.fill(edges, 1);
			final int x = shape.length - 1;
			edges[x] = (int) shape[x];
			edges[x - 1] = (int) Math.max(1, Math.min(shape[x - 1], LARGEST /
				(shape[x] * bytes)));
			start = dataset.getDataAddress() < 0 ? -1 : file.getUserBlockSize() +
				dataset.getDataAddress();
		}

		@Override
		public int[] edges() {
			return edges;
		}

		@Override
		public byte[] load(final long[] index) throws IOException {
			final int y = shape.length - 2;
			long element = 0;
			for (int d = 0; d < shape.length; d++)
				element = element * shape[d] + index[d] * edges[d];
			final long rows = Math.min(edges[y], shape[y] - index[y] * edges[y]);
			final byte[] whole = new byte[edges[y] * edges[y + 1] * bytes];
			if (start < 0) return whole;
			final ByteBuffer target = ByteBuffer.wrap(whole, 0, (int) (rows *
				shape[y + 1] * bytes));
			final long from = start + element * bytes;
			try (FileChannel channel = FileChannel.open(file.getFileAsPath(),
				StandardOpenOption.READ))
			{
				while (target.hasRemaining())
					if (channel.read(target, from + target.position()) < 0)
						throw new EOFException("the file is cut off");
			}
			return whole;
		}
	}
}
