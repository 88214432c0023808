
package org.twostream.roi.mesh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.VoxelSize;

class MeshTest {

	private static final VoxelSize SIZE = new VoxelSize(8, 4, 30);

	private interface Inside {

		boolean at(long x, long y, long z);
	}

	private static Mesh mesh(final Box box, final VoxelSize size,
		final Inside inside)
	{
		return MarchingCubes.of(box, size, z -> {
			final byte[] section = new byte[(int) (box.xSize() * box.ySize())];
			int i = 0;
			for (long y = box.yMin(); y < box.yMax(); y++)
				for (long x = box.xMin(); x < box.xMax(); x++)
					section[i++] = (byte) (inside.at(x, y, z) ? 1 : 0);
			return section;
		});
	}

	/** Each side of a triangle is met once one way and once the other. */
	private static void assertClosed(final Mesh mesh) {
		final Map<Long, Integer> sides = new HashMap<>();
		final Map<Long, Integer> met = new HashMap<>();
		for (int t = 0; t < mesh.triangles().length; t += 3)
			for (int k = 0; k < 3; k++) {
				final long a = mesh.triangles()[t + k];
				final long b = mesh.triangles()[t + (k + 1) % 3];
				assertTrue(a != b, "a triangle has two equal corners");
				sides.merge(Math.min(a, b) << 32 | Math.max(a, b), a < b ? 1 : -1,
					Integer::sum);
				met.merge(Math.min(a, b) << 32 | Math.max(a, b), 1, Integer::sum);
			}
		assertTrue(met.values().stream().allMatch(n -> n == 2), "sides of " + met
			.values().stream().mapToInt(n -> n).max().orElse(0) + " triangles");
		assertTrue(sides.values().stream().allMatch(n -> n == 0), "it is open");
	}

	@Test
	void oneVoxelIsAnOctahedronInItsPlace() {
		final Mesh mesh = mesh(Box.ofSize(1, 1, 1).translate(5, 6, 7), SIZE, (x, y,
			z) -> true);
		assertEquals(8, mesh.size());
		assertEquals(6, mesh.corners());
		assertClosed(mesh);
		// corners at the faces' middles: a sixth of the voxel
		assertEquals(8. * 4 * 30 / 6, mesh.volume(), 1e-6);
		double xMin = 1e9;
		double zMax = 0;
		for (int i = 0; i < mesh.corners(); i++) {
			xMin = Math.min(xMin, mesh.points()[3 * i]);
			zMax = Math.max(zMax, mesh.points()[3 * i + 2]);
		}
		assertEquals(5 * 8, xMin);
		assertEquals(8 * 30, zMax);
	}

	@Test
	void anythingIsClosedAndTurnedOutward() {
		final SplittableRandom random = new Seed(3).of("mesh").random();
		for (int trial = 0; trial < 200; trial++) {
			final Box box = Box.ofSize(1 + random.nextInt(7), 1 + random.nextInt(7),
				1 + random.nextInt(7));
			final double density = random.nextDouble(0.05, 1);
			final boolean[] mask = new boolean[box.arrayLength()];
			for (int i = 0; i < mask.length; i++)
				mask[i] = random.nextDouble() < density;
			final Mesh mesh = mesh(box, SIZE, (x, y, z) -> mask[(int) (x + box
				.xSize() * (y + box.ySize() * z))]);
			assertClosed(mesh);
			assertTrue(mesh.volume() >= 0);
			final Mesh thin = Decimation.of(mesh, 10);
			assertClosed(thin);
			assertTrue(thin.size() <= mesh.size());
		}
	}

	@Test
	void anEmptyMaskHasNoSurface() {
		final Mesh mesh = mesh(Box.ofSize(4, 4, 4), SIZE, (x, y, z) -> false);
		assertEquals(0, mesh.size());
		assertEquals(0, Decimation.of(mesh, 5).size());
	}

	@Test
	void aBallKeepsItsVolumeAndLiesWithinTheError() {
		final VoxelSize cubes = new VoxelSize(10, 10, 10);
		final double r = 20.3;
		final Mesh mesh = mesh(Box.ofSize(48, 48, 48), cubes, (x, y, z) -> Math.pow(
			x - 23.5, 2) + Math.pow(y - 23.5, 2) + Math.pow(z - 23.5, 2) < r * r);
		final double wanted = 4 / 3. * Math.PI * Math.pow(10 * r, 3);
		assertEquals(1, mesh.volume() / wanted, 0.01);
		final Mesh thin = Decimation.of(mesh, 5);
		assertClosed(thin);
		assertTrue(thin.size() < mesh.size() / 3, thin.size() + " of " + mesh
			.size());
		assertEquals(1, thin.volume() / wanted, 0.02);
		for (int i = 0; i < thin.corners(); i++) {
			final double d = Math.sqrt(Math.pow(thin.points()[3 * i] - 240, 2) + Math
				.pow(thin.points()[3 * i + 1] - 240, 2) + Math.pow(thin.points()[3 * i +
					2] - 240, 2));
			// the staircase's half voxel and the error
			assertEquals(10 * r, d, 5 * Math.sqrt(3) + 5);
		}
	}

	@Test
	void aBoxIsLeftWithAFewTriangles() {
		final Mesh mesh = mesh(Box.ofSize(20, 30, 10), SIZE, (x, y, z) -> true);
		final Mesh thin = Decimation.of(mesh, 4);
		assertClosed(thin);
		assertTrue(thin.size() < 100, thin.size() + " triangles");
		assertEquals(1, thin.volume() / mesh.volume(), 0.01);
	}

	@Test
	void plyHoldsCornersAndTriangles() throws IOException {
		final Mesh mesh = new Mesh(new double[] { 0, 0, 0, 1, 0, 0, 0, 2, 0 },
			new int[] { 0, 1, 2 });
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		PlyFile.write(mesh, out);
		final byte[] bytes = out.toByteArray();
		final String text = new String(bytes, StandardCharsets.US_ASCII);
		final int start = text.indexOf("end_header\n") + 11;
		assertTrue(text.startsWith(
			"ply\nformat binary_little_endian 1.0\ncomment nm\nelement vertex 3\n"));
		final ByteBuffer b = ByteBuffer.wrap(bytes, start, bytes.length - start)
			.order(ByteOrder.LITTLE_ENDIAN);
		final float[] p = new float[9];
		for (int i = 0; i < 9; i++)
			p[i] = b.getFloat();
		assertArrayEquals(new float[] { 0, 0, 0, 1, 0, 0, 0, 2, 0 }, p);
		assertEquals(3, b.get());
		assertEquals(0, b.getInt());
		assertEquals(1, b.getInt());
		assertEquals(2, b.getInt());
		assertEquals(0, b.remaining());
	}
}
