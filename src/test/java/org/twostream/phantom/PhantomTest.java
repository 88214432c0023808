
package org.twostream.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/** Any box of a phantom is the same bits however it is asked for. */
class PhantomTest {

	private static final VoxelSize VOXEL = new VoxelSize(8, 8, 30);

	static Phantom phantom(final long seed) {
		return new Phantom(new PhantomSettings(200, 150, 12, VOXEL,
			Target.MITOCHONDRIA, new Seed(seed)));
	}

	private static byte[] raw(final Phantom phantom, final Box box) {
		final byte[] target = new byte[box.arrayLength()];
		phantom.raw(box, target);
		return target;
	}

	private static long[] labels(final Phantom phantom, final Target target,
		final Box box)
	{
		// Filled, to see that background is written as well.
		final long[] ids = new long[box.arrayLength()];
		Arrays.fill(ids, -1);
		phantom.labels(target, box, ids);
		return ids;
	}

	private static int index(final Box box, final long x, final long y,
		final long z)
	{
		return (int) (x - box.xMin() + box.xSize() * (y - box.yMin() + box.ySize() *
			(z - box.zMin())));
	}

	@ParameterizedTest
	@CsvSource({ "7,150,12", "64,32,5", "33,1,3", "200,150,1" })
	void blocksOfAnySizeAgree(final int dx, final int dy, final int dz) {
		final Phantom whole = phantom(3);
		final byte[] expected = raw(whole, whole.box());
		final Phantom parts = phantom(3);
		// Backwards, so that the tissue is made in another order.
		for (long z = 12 - dz; z > -dz; z -= dz)
			for (long y = 150 - dy; y > -dy; y -= dy)
				for (long x = 200 - dx; x > -dx; x -= dx) {
					final Box box = new Box(x, y, z, x + dx, y + dy, z + dz).intersect(
						whole.box());
					final byte[] part = raw(parts, box);
					for (long k = box.zMin(); k < box.zMax(); k++)
						for (long j = box.yMin(); j < box.yMax(); j++)
							for (long i = box.xMin(); i < box.xMax(); i++)
								assertEquals(expected[index(whole.box(), i, j, k)], part[index(
									box, i, j, k)]);
				}
	}

	@ParameterizedTest
	@EnumSource
	void labelsOfPartsAgree(final Target target) {
		final Phantom whole = phantom(4);
		final long[] expected = labels(whole, target, whole.box());
		final Phantom parts = phantom(4);
		for (int z = 0; z < 12; z += 4)
			for (int x = 0; x < 200; x += 50) {
				final Box box = new Box(x, 20, z, x + 50, 150, z + 4);
				final long[] part = labels(parts, target, box);
				for (long k = box.zMin(); k < box.zMax(); k++)
					for (long j = box.yMin(); j < box.yMax(); j++)
						for (long i = box.xMin(); i < box.xMax(); i++)
							assertEquals(expected[index(whole.box(), i, j, k)], part[index(
								box, i, j, k)]);
			}
	}

	@Test
	void threadsAgree() {
		final Phantom alone = phantom(5);
		final Phantom shared = phantom(5);
		final byte[][] parallel = IntStream.range(0, 12).parallel().mapToObj(
			z -> raw(shared, new Box(0, 0, z, 200, 150, z + 1))).toArray(
				byte[][]::new);
		for (int z = 0; z < 12; z++)
			assertArrayEquals(raw(alone, new Box(0, 0, z, 200, 150, z + 1)),
				parallel[z]);
	}

	@Test
	void seedsDiffer() {
		final Box box = phantom(1).box();
		final byte[] one = raw(phantom(1), box);
		final byte[] two = raw(phantom(2), box);
		int same = 0;
		for (int i = 0; i < one.length; i++)
			if (one[i] == two[i]) same++;
		assertFalse(same > 0.03 * one.length, same + " of " + one.length);
	}

	@Test
	void aLargerVolumeShowsTheSameTissue() {
		final Phantom small = phantom(6);
		final Phantom large = new Phantom(new PhantomSettings(1L << 33, 1L << 33,
			1L << 33, VOXEL, Target.CLEFT, new Seed(6)));
		assertArrayEquals(raw(small, small.box()), raw(large, small.box()));
		final Box far = new Box((1L << 33) - 40, (1L << 33) - 40, (1L << 33) - 2,
			1L << 33, 1L << 33, 1L << 33);
		assertFalse(Arrays.equals(raw(large, far), raw(large, far.translate(-40, 0,
			0))));
	}

	@Test
	void outsideIsRefused() {
		final Phantom phantom = phantom(1);
		final Box box = new Box(0, 0, 0, 1, 1, 13);
		assertThrows(IllegalArgumentException.class, () -> phantom.raw(box,
			new byte[13]));
		assertThrows(IllegalArgumentException.class, () -> phantom.labels(
			Target.CLEFT, box, new long[13]));
	}

	@Test
	void impossibleSettingsAreRefused() {
		assertThrows(UserError.class, () -> new PhantomSettings(0, 1, 1, VOXEL,
			Target.CLEFT, new Seed(1)));
		assertThrows(UserError.class, () -> new PhantomSettings(1, 1, 1, VOXEL,
			Target.CLEFT, new Seed(1), 0.5, 1, 1));
		assertThrows(UserError.class, () -> new PhantomSettings(1, 1, 1, VOXEL,
			Target.CLEFT, new Seed(1), 0.05, Double.NaN, 1));
	}

	@Test
	void emptyBoxIsAllowed() {
		assertEquals(0, raw(phantom(1), new Box(3, 3, 3, 3, 9, 5)).length);
	}
}
