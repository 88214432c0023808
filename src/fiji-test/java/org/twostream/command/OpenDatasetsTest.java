
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.autoscale.AutoscaleService;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.axis.DefaultLinearAxis;
import net.imagej.display.ImageDisplayService;
import net.imagej.lut.LUTService;
import net.imglib2.Cursor;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;

class OpenDatasetsTest {

	private static final int X = 70;
	private static final int Y = 33;
	private static final int Z = 5;

	@TempDir
	Path folder;
	private Context context;

	@BeforeEach
	void start() {
		context = new Context(ImageDisplayService.class, DatasetService.class,
			AutoscaleService.class, LUTService.class);
	}

	@AfterEach
	void stop() {
		context.dispose();
	}

	private static long voxel(final long x, final long y, final long z,
		final long c)
	{
		return x * 7 + y * 13 + z * 29 + c * 101;
	}

	/** Open, with every voxel its place's {@link #voxel} times a factor. */
	private <T extends RealType<T> & NativeType<T>> Dataset open(
		final RealType<?> type, final long factor, final String name,
		final long[] size, final AxisType... axes)
	{
		final T of = Cast.unchecked(type);
		final Dataset dataset = context.service(DatasetService.class).create(of,
			size, name, axes);
		final Cursor<RealType<?>> at = dataset.localizingCursor();
		final int[] d = { dataset.dimensionIndex(Axes.X), dataset.dimensionIndex(
			Axes.Y), dataset.dimensionIndex(Axes.Z), dataset.dimensionIndex(
				Axes.CHANNEL) };
		while (at.hasNext()) {
			at.fwd();
			final long v = voxel(at.getLongPosition(d[0]), at.getLongPosition(d[1]),
				at.getLongPosition(d[2]), d[3] < 0 ? 0 : at.getLongPosition(d[3]));
			if (at.get() instanceof IntegerType<?> id) id.setInteger(v * factor);
			else at.get().setReal(v / 8.0);
		}
		context.service(ImageDisplayService.class).getDisplayService()
			.createDisplay("window of " + name, dataset);
		return dataset;
	}

	private static List<Object[]> types() {
		return List.of(new Object[] { new UnsignedByteType(), PixelType.UINT8, 1L },
			new Object[] { new UnsignedShortType(), PixelType.UINT16, 41L },
			new Object[] { new UnsignedIntType(), PixelType.UINT32, 1000003L },
			new Object[] { new UnsignedLongType(), PixelType.UINT64,
				0x9e3779b97f4a7c15L }, new Object[] { new FloatType(),
					PixelType.FLOAT32, 1L });
	}

	@ParameterizedTest
	@MethodSource("types")
	void everyVoxelOfAnOpenDatasetIsInTheCopy(final RealType<?> type,
		final PixelType stored, final long factor)
	{
		final Dataset dataset = open(type, factor, "my data", new long[] { X, Y,
			Z }, Axes.X, Axes.Y, Axes.Z);
		dataset.setAxis(new DefaultLinearAxis(Axes.X, "nm", 4), 0);
		dataset.setAxis(new DefaultLinearAxis(Axes.Y, "nm", 5), 1);
		dataset.setAxis(new DefaultLinearAxis(Axes.Z, "micron", 0.04), 2);
		for (final String title : List.of("my data", "window of my data")) {
			final EmVolume open = only(title);
			final Path copy = VolumeCopy.write(open, title, folder, Progress.NONE);
			try (EmVolume volume = Leaves.wiring().stores().open(copy.toString())) {
				assertEquals(Box.ofSize(X, Y, Z), volume.info().box());
				assertEquals(stored, volume.info().type());
				assertEquals(new VoxelSize(4, 5, 40), volume.info().voxelSize()
					.orElseThrow());
				check(volume, 0, factor);
			}
			assertEquals(copy, VolumeCopy.write(open, title, folder, Progress.NONE));
		}
	}

	private EmVolume only(final String title) {
		final List<EmVolume> found = new OpenDatasets().titled(title, context);
		assertEquals(1, found.size());
		return found.get(0);
	}

	private static void check(final EmVolume volume, final int channel,
		final long factor)
	{
		final long[] expected = new long[X * Y * Z];
		int i = 0;
		for (int z = 0; z < Z; z++)
			for (int y = 0; y < Y; y++)
				for (int x = 0; x < X; x++)
					expected[i++] = voxel(x, y, z, channel) * factor;
		if (volume.info().type() == PixelType.FLOAT32) {
			final float[] read = new float[expected.length];
			volume.read(channel, volume.info().box(), read);
			for (int k = 0; k < read.length; k++)
				assertEquals(expected[k] / 8f, read[k], 0f);
			return;
		}
		final int bits = 8 * volume.info().type().bytes();
		if (bits < 64) for (int k = 0; k < expected.length; k++)
			expected[k] &= (1L << bits) - 1;
		assertArrayEquals(expected, volume.ids(channel, volume.info().box()));
	}

	@Test
	void channelsMayStandAnywhere() {
		open(new UnsignedShortType(), 3, "two", new long[] { X, Y, 2, Z }, Axes.X,
			Axes.Y, Axes.CHANNEL, Axes.Z);
		final EmVolume volume = only("two");
		assertEquals(2, volume.info().channels());
		assertTrue(volume.info().voxelSize().isEmpty());
		check(volume, 0, 3);
		check(volume, 1, 3);
	}

	@Test
	void whatIsNoVolumeIsRefused() {
		open(new UnsignedByteType(), 1, "film", new long[] { 4, 4, 2, 3 }, Axes.X,
			Axes.Y, Axes.Z, Axes.TIME);
		open(new ByteType(), 1, "signed", new long[] { 4, 4, 2 }, Axes.X, Axes.Y,
			Axes.Z);
		for (final String title : List.of("film", "signed")) {
			final UserError e = assertThrows(UserError.class, () -> new OpenDatasets()
				.titled(title, context));
			assertTrue(e.getMessage().startsWith(title + " h"), e.getMessage());
			assertTrue(e.getMessage().endsWith("."), e.getMessage());
		}
		assertTrue(new OpenDatasets().titled("another", context).isEmpty());
	}
}
