
package org.twostream.roi.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The triangles of each of the 256 cubes of marching cubes (Lorensen and Cline
 * 1987), worked out instead of listed. Corner c lies at (c & 1, c >> 1 & 1, c
 * >> 2); edge e joins {@link #FROM}[e] with the corner one further along the
 * axis e / 4. On a face whose inner corners lie across, each of them is cut off
 * by itself: what neighbouring cubes say of a face agrees, so that surfaces are
 * closed.
 */
final class CubeTable {

	/**
	 * The lower corner of each edge: four along x, four along y, four along z.
	 */
	static final int[] FROM = { 0, 2, 4, 6, 0, 1, 4, 5, 0, 1, 2, 3 };

	/** Corners of each face, counter-clockwise seen from outside. */
	private static final int[][] FACES = { { 0, 4, 6, 2 }, { 1, 3, 7, 5 }, { 0, 1,
		5, 4 }, { 2, 6, 7, 3 }, { 0, 2, 3, 1 }, { 4, 5, 7, 6 } };

	private static final int EDGES = 12;

	private final int[][] triangles = new int[256][];

	CubeTable() {
		for (int inside = 0; inside < triangles.length; inside++)
			triangles[inside] = triangles(inside);
	}

	/**
	 * @param inside bit c says whether corner c is
	 * @return three edges for each triangle, outward; not to be changed
	 */
	int[] of(final int inside) {
		return triangles[inside];
	}

	private static int[] triangles(final int inside) {
		final int[] next = new int[EDGES];
		Arrays.fill(next, -1);
		for (final int[] face : FACES)
			link(face, inside, next);
		final List<Integer> found = new ArrayList<>();
		for (int first = 0; first < EDGES; first++) {
			if (next[first] < 0) continue;
			final List<Integer> loop = new ArrayList<>();
			for (int e = first; next[e] >= 0;) {
				loop.add(e);
				e = take(next, e);
			}
			if (!fill(loop, found)) throw new IllegalStateException(
				"No triangles for cube " + inside);
		}
		return found.stream().mapToInt(e -> e).toArray();
	}

	/**
	 * Fills a loop with triangles whose inner sides lie in no face of the cube:
	 * the cube beyond the face might have the same side, and four triangles would
	 * meet there.
	 *
	 * @return false, with nothing added, if that cannot be done
	 */
	private static boolean fill(final List<Integer> loop,
		final List<Integer> triangles)
	{
		final int last = loop.size() - 1;
		if (last < 2) return true;
		final int before = triangles.size();
		for (int k = 1; k < last; k++) {
			if (k > 1 && inFace(loop.get(0), loop.get(k)) || k < last - 1 && inFace(
				loop.get(k), loop.get(last))) continue;
			triangles.addAll(List.of(loop.get(0), loop.get(k), loop.get(last)));
			if (fill(loop.subList(0, k + 1), triangles) && fill(loop.subList(k, last +
				1), triangles)) return true;
			triangles.subList(before, triangles.size()).clear();
		}
		return false;
	}

	/** Whether two edges are of one face. */
	private static boolean inFace(final int a, final int b) {
		for (final int[] face : FACES) {
			int found = 0;
			for (int i = 0; i < 4; i++)
				if (edge(face, i) == a || edge(face, i) == b) found++;
			if (found == 2) return true;
		}
		return false;
	}

	private static int take(final int[] next, final int edge) {
		final int following = next[edge];
		next[edge] = -1;
		return following;
	}

	// From where the walk round a face comes into the object to where it leaves.
	private static void link(final int[] face, final int inside,
		final int[] next)
	{
		for (int i = 0; i < 4; i++) {
			if (isIn(face, i, inside) || !isIn(face, i + 1, inside)) continue;
			int j = i + 1;
			while (isIn(face, j + 1, inside))
				j++;
			next[edge(face, i)] = edge(face, j);
		}
	}

	private static boolean isIn(final int[] face, final int i, final int inside) {
		return (inside >> face[i % 4] & 1) != 0;
	}

	/** The edge from corner i of a face to the next. */
	private static int edge(final int[] face, final int i) {
		final int a = face[i % 4];
		final int b = face[(i + 1) % 4];
		final int axis = Integer.numberOfTrailingZeros(a ^ b);
		for (int e = 4 * axis; e < 4 * axis + 4; e++)
			if (FROM[e] == Math.min(a, b)) return e;
		throw new AssertionError(a + " " + b);
	}
}
