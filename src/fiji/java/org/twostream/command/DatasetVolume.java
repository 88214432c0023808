
package org.twostream.command;

import java.util.Optional;
import java.util.OptionalDouble;

import net.imagej.Dataset;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.LengthUnit;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;

/** An ImageJ2 dataset seen as a volume. Thread-safe while it is not changed. */
final class DatasetVolume implements EmVolume {

	private static final int CHUNK = 64;

	private final Dataset dataset;
	private final int x;
	private final int y;
	private final int z;
	private final int c;
	private final VolumeInfo info;

	/**
	 * @param title for messages
	 * @throws UserError if it has other axes than X, Y, Z and channels, or other
	 *           values than those of volumes
	 */
	DatasetVolume(final Dataset dataset, final String title) {
		this.dataset = dataset;
		x = dataset.dimensionIndex(Axes.X);
		y = dataset.dimensionIndex(Axes.Y);
		z = dataset.dimensionIndex(Axes.Z);
		c = dataset.dimensionIndex(Axes.CHANNEL);
		if (x < 0 || y < 0) throw new UserError(title +
			" has no X and Y axis; set them (Image > Axes).");
		for (int d = 0; d < dataset.numDimensions(); d++) {
			final AxisType axis = dataset.axis(d).type();
			if (d != x && d != y && d != z && d != c && dataset.dimension(d) > 1)
				throw new UserError(title + " has " + dataset.dimension(d) +
					" planes along the axis " + axis +
					"; give a stack with X, Y, Z and channels only.");
		}
		if (dataset.isRGBMerged()) throw new UserError(title +
			" is a colour image; convert it to grey values (Image > Type > 8-bit).");
		info = new VolumeInfo(dataset.dimension(x), dataset.dimension(y), size(z),
			Math.toIntExact(size(c)), type(dataset.firstElement(), title),
			voxelSize(), CHUNK, CHUNK, CHUNK);
	}

	private long size(final int axis) {
		return axis < 0 ? 1 : dataset.dimension(axis);
	}

	private static PixelType type(final RealType<?> type, final String title) {
		if (type instanceof UnsignedByteType) return PixelType.UINT8;
		if (type instanceof UnsignedShortType) return PixelType.UINT16;
		if (type instanceof UnsignedIntType) return PixelType.UINT32;
		if (type instanceof UnsignedLongType) return PixelType.UINT64;
		if (type instanceof FloatType) return PixelType.FLOAT32;
		throw new UserError(title + " holds values of the type " + type.getClass()
			.getSimpleName() +
			"; convert it to unsigned integers or 32-bit (Image > Type).");
	}

	/** The calibration in nm, empty where it has no unit of length. */
	private Optional<VoxelSize> voxelSize() {
		if (z < 0) return Optional.empty();
		final int[] axes = { x, y, z };
		final double[] nm = new double[axes.length];
		for (int i = 0; i < axes.length; i++) {
			final CalibratedAxis axis = dataset.axis(axes[i]);
			final OptionalDouble unit = axis.unit() == null ? OptionalDouble.empty()
				: LengthUnit.nanometres(axis.unit());
			if (unit.isEmpty()) return Optional.empty();
			nm[i] = dataset.averageScale(axes[i]) * unit.getAsDouble();
		}
		return Optional.of(new VoxelSize(nm[0], nm[1], nm[2]));
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	/** Takes a voxel. */
	@FunctionalInterface
	private interface Taker {

		void take(int to, RealType<?> voxel);
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		if (info.type() != PixelType.UINT8) throw new UserError(dataset.getName() +
			" is not 8-bit; convert it (Image > Type > 8-bit).");
		visit(channel, box, (to, voxel) -> target[to] = (byte) integer(voxel));
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		if (info.type() == PixelType.FLOAT32) throw new UserError(dataset
			.getName() +
			" holds floating-point voxels where whole numbers are needed; convert it.");
		visit(channel, box, (to, voxel) -> target[to] = integer(voxel));
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		visit(channel, box, (to, voxel) -> target[to] = voxel.getRealFloat());
	}

	// 2^64-1 is "no object", as in files.
	private static long integer(final RealType<?> voxel) {
		final long id = ((IntegerType<?>) voxel).getIntegerLong();
		return id == -1 ? 0 : id;
	}

	private void visit(final int channel, final Box box, final Taker taker) {
		final RandomAccess<RealType<?>> at = dataset.randomAccess();
		if (c >= 0) at.setPosition(channel, c);
		int to = 0;
		for (long k = box.zMin(); k < box.zMax(); k++) {
			if (z >= 0) at.setPosition(k, z);
			for (long j = box.yMin(); j < box.yMax(); j++) {
				at.setPosition(j, y);
				at.setPosition(box.xMin(), x);
				for (long i = box.xMin(); i < box.xMax(); i++, at.fwd(x))
					taker.take(to++, at.get());
			}
		}
	}

	/** The dataset stays open. */
	@Override
	public void close() {}
}
