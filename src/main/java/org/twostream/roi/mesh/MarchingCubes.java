
package org.twostream.roi.mesh;

import java.util.Arrays;
import java.util.function.LongFunction;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

/**
 * The surface of a mask: marching cubes between voxel centres, with corners
 * half-way between a voxel inside and one outside. Surfaces are closed, also
 * where the mask ends at its box; voxels that touch by an edge or a corner only
 * are parted. Memory is that of two sections and the result. Not thread-safe.
 */
public final class MarchingCubes {

	private static final CubeTable TABLE = new CubeTable();

	private final Box box;
	private final VoxelSize size;
	private final int width;
	private final int height;
	private double[] points = new double[3 * 1024];
	private int corners;
	private int[] triangles = new int[3 * 2048];
	private int indices;
	/** Corners on edges along x and y of the lower and the upper section. */
	private int[][] x;
	private int[][] y;
	/** Corners on edges between the two sections. */
	private final int[] z;

	private MarchingCubes(final Box box, final VoxelSize size) {
		this.box = box;
		this.size = size;
		// With an empty voxel on each side.
		width = Math.toIntExact(box.xSize() + 2);
		height = Math.toIntExact(box.ySize() + 2);
		final int n = Math.multiplyExact(width, height);
		x = new int[2][n];
		y = new int[2][n];
		z = new int[n];
	}

	/**
	 * @param box voxels that may be in the mask
	 * @param size of a voxel, nm
	 * @param sections the mask of section z of the box: not 0 inside, x fastest;
	 *          each asked for once, in rising order
	 * @return in nm from the corner of the volume's first voxel; empty where the
	 *         mask is
	 * @throws ArithmeticException if a section has more than 2^31 voxels
	 */
	public static Mesh of(final Box box, final VoxelSize size,
		final LongFunction<byte[]> sections)
	{
		final MarchingCubes cubes = new MarchingCubes(box, size);
		byte[] lower = new byte[cubes.width * cubes.height];
		for (long section = box.zMin() - 1; section < box.zMax(); section++) {
			final byte[] upper = new byte[lower.length];
			if (section + 1 < box.zMax()) cubes.frame(sections.apply(section + 1),
				upper);
			cubes.layer(lower, upper, section);
			lower = upper;
		}
		return new Mesh(Arrays.copyOf(cubes.points, 3 * cubes.corners), Arrays
			.copyOf(cubes.triangles, cubes.indices));
	}

	private void frame(final byte[] section, final byte[] framed) {
		for (int row = 0; row < height - 2; row++)
			System.arraycopy(section, row * (width - 2), framed, (row + 1) * width +
				1, width - 2);
	}

	private void layer(final byte[] lower, final byte[] upper,
		final long section)
	{
		swap(x);
		swap(y);
		Arrays.fill(x[1], 0);
		Arrays.fill(y[1], 0);
		Arrays.fill(z, 0);
		for (int row = 0; row < height - 1; row++)
			for (int column = 0; column < width - 1; column++) {
				final int at = row * width + column;
				final int inside = face(lower, at) | face(upper, at) << 4;
				if (inside == 0 || inside == 255) continue;
				final int[] edges = TABLE.of(inside);
				for (final int edge : edges)
					index(corner(edge, at, column, row, section));
			}
	}

	private static void swap(final int[][] pair) {
		final int[] first = pair[0];
		pair[0] = pair[1];
		pair[1] = first;
	}

	private int face(final byte[] section, final int at) {
		return bit(section[at]) | bit(section[at + 1]) << 1 | bit(section[at +
			width]) << 2 | bit(section[at + width + 1]) << 3;
	}

	private static int bit(final byte voxel) {
		return voxel != 0 ? 1 : 0;
	}

	/** The number of the corner on an edge of a cube, made when first met. */
	private int corner(final int edge, final int at, final int column,
		final int row, final long section)
	{
		final int from = CubeTable.FROM[edge];
		final int dx = from & 1;
		final int dy = from >> 1 & 1;
		final int dz = from >> 2;
		final int axis = edge / 4;
		final int[] known = axis == 0 ? x[dz] : axis == 1 ? y[dz] : z;
		final int place = at + dx + dy * width;
		if (known[place] == 0) {
			// Voxel centres are half a voxel from the corner; the frame adds one.
			add((box.xMin() + column + dx - (axis == 0 ? 0 : 0.5)) * size.x(), (box
				.yMin() + row + dy - (axis == 1 ? 0 : 0.5)) * size.y(), (section + dz +
					(axis == 2 ? 1 : 0.5)) * size.z());
			known[place] = corners;
		}
		return known[place] - 1;
	}

	private void add(final double px, final double py, final double pz) {
		if (3 * corners + 3 > points.length) points = Arrays.copyOf(points, 2 *
			points.length);
		points[3 * corners] = px;
		points[3 * corners + 1] = py;
		points[3 * corners + 2] = pz;
		corners++;
	}

	private void index(final int corner) {
		if (indices == triangles.length) triangles = Arrays.copyOf(triangles, 2 *
			indices);
		triangles[indices++] = corner;
	}
}
