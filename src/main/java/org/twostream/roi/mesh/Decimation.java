
package org.twostream.roi.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Thins out a closed surface by collapsing edges (Garland and Heckbert 1997,
 * quadrics of planes without areas): a corner that stands for several lies
 * within the error of the planes of all triangles that met in them. Collapses
 * that would turn a triangle over or tie the surface to itself are left out, so
 * that it stays closed. The result is the same for the same mesh. Not
 * thread-safe.
 */
public final class Decimation {

	/** Least cosine between a triangle's normals before and after. */
	private static final double TURN = 0.2;
	/** Entries of a symmetric 4 x 4 matrix. */
	private static final int QUADRIC = 10;

	private final double[] points;
	private final int[] triangles;
	private final double[] quadrics;
	private final List<List<Integer>> around = new ArrayList<>();
	private final int[] version;
	private final double most;
	private final PriorityQueue<Collapse> queue = new PriorityQueue<>();

	private record Collapse(double cost, int kept, int gone, int keptVersion,
			int goneVersion, double x, double y, double z)
			implements
				Comparable<Collapse> {

		@Override
		public int compareTo(final Collapse other) {
			final int c = Double.compare(cost, other.cost);
			if (c != 0) return c;
			return kept != other.kept ? Integer.compare(kept, other.kept) : Integer
				.compare(gone, other.gone);
		}
	}

	private Decimation(final Mesh mesh, final double error) {
		points = mesh.points().clone();
		triangles = mesh.triangles().clone();
		quadrics = new double[QUADRIC * mesh.corners()];
		version = new int[mesh.corners()];
		most = error * error;
		for (int i = 0; i < mesh.corners(); i++)
			around.add(new ArrayList<>());
		for (int t = 0; t < mesh.size(); t++) {
			for (int k = 0; k < 3; k++)
				around.get(triangles[3 * t + k]).add(t);
			plane(t);
		}
	}

	/**
	 * @param mesh closed
	 * @param error farthest that a corner may move from the planes it stands for,
	 *          nm; 0 or less thins nothing out
	 */
	public static Mesh of(final Mesh mesh, final double error) {
		if (!(error > 0)) return mesh;
		final Decimation d = new Decimation(mesh, error);
		for (int t = 0; t < mesh.size(); t++)
			for (int k = 0; k < 3; k++) {
				final int a = d.triangles[3 * t + k];
				final int b = d.triangles[3 * t + (k + 1) % 3];
				if (a < b) d.offer(a, b);
			}
		while (!d.queue.isEmpty()) {
			final Collapse c = d.queue.poll();
			if (d.version[c.kept] == c.keptVersion &&
				d.version[c.gone] == c.goneVersion && d.allowed(c)) d.collapse(c);
		}
		return d.mesh();
	}

	private void plane(final int t) {
		final double[] n = normal(t, -1, 0, 0, 0);
		final double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
		if (length == 0) return;
		final int p = 3 * triangles[3 * t];
		final double[] v = { n[0] / length, n[1] / length, n[2] / length, 0 };
		v[3] = -(v[0] * points[p] + v[1] * points[p + 1] + v[2] * points[p + 2]);
		for (int k = 0; k < 3; k++) {
			int q = QUADRIC * triangles[3 * t + k];
			for (int i = 0; i < 4; i++)
				for (int j = i; j < 4; j++)
					quadrics[q++] += v[i] * v[j];
		}
	}

	/**
	 * Of a triangle whose corner {@code moved} lies elsewhere; its length is
	 * twice the area.
	 */
	private double[] normal(final int t, final int moved, final double x,
		final double y, final double z)
	{
		final double[] p = new double[9];
		for (int k = 0; k < 3; k++) {
			final int corner = triangles[3 * t + k];
			if (corner == moved) {
				p[3 * k] = x;
				p[3 * k + 1] = y;
				p[3 * k + 2] = z;
			}
			else System.arraycopy(points, 3 * corner, p, 3 * k, 3);
		}
		final double ax = p[3] - p[0], ay = p[4] - p[1], az = p[5] - p[2];
		final double bx = p[6] - p[0], by = p[7] - p[1], bz = p[8] - p[2];
		return new double[] { ay * bz - az * by, az * bx - ax * bz, ax * by - ay *
			bx };
	}

	private void offer(final int a, final int b) {
		final double[] q = new double[QUADRIC];
		for (int i = 0; i < QUADRIC; i++)
			q[i] = quadrics[QUADRIC * a + i] + quadrics[QUADRIC * b + i];
		Collapse best = at(a, b, q, middle(a, b, 0), middle(a, b, 1), middle(a, b,
			2));
		for (final int end : new int[] { a, b }) {
			final Collapse c = at(a, b, q, points[3 * end], points[3 * end + 1],
				points[3 * end + 2]);
			if (c.cost < best.cost) best = c;
		}
		final double[] x = solved(q);
		if (x.length > 0) {
			final Collapse c = at(a, b, q, x[0], x[1], x[2]);
			if (c.cost < best.cost) best = c;
		}
		if (best.cost <= most) queue.add(best);
	}

	private double middle(final int a, final int b, final int axis) {
		return (points[3 * a + axis] + points[3 * b + axis]) / 2;
	}

	private Collapse at(final int a, final int b, final double[] q,
		final double x, final double y, final double z)
	{
		final double cost = q[0] * x * x + 2 * q[1] * x * y + 2 * q[2] * x * z + 2 *
			q[3] * x + q[4] * y * y + 2 * q[5] * y * z + 2 * q[6] * y + q[7] * z * z +
			2 * q[8] * z + q[9];
		return new Collapse(Math.max(0, cost), a, b, version[a], version[b], x, y,
			z);
	}

	/** Where the error is least; empty where that is no one place. */
	private static double[] solved(final double[] q) {
		final double c0 = q[4] * q[7] - q[5] * q[5];
		final double c1 = q[2] * q[5] - q[1] * q[7];
		final double c2 = q[1] * q[5] - q[2] * q[4];
		final double det = q[0] * c0 + q[1] * c1 + q[2] * c2;
		if (Math.abs(det) < 1e-3) return new double[0];
		final double c4 = q[0] * q[7] - q[2] * q[2];
		final double c5 = q[1] * q[2] - q[0] * q[5];
		final double c7 = q[0] * q[4] - q[1] * q[1];
		return new double[] { -(c0 * q[3] + c1 * q[6] + c2 * q[8]) / det, -(c1 *
			q[3] + c4 * q[6] + c5 * q[8]) / det, -(c2 * q[3] + c5 * q[6] + c7 *
				q[8]) / det };
	}

	private boolean allowed(final Collapse c) {
		final int[] near = neighbours(c.kept);
		int shared = 0;
		for (final int n : neighbours(c.gone))
			if (Arrays.binarySearch(near, n) >= 0) shared++;
		int common = 0;
		for (final int t : around.get(c.gone))
			if (has(t, c.kept)) common++;
		return common == 2 && shared == 2 && keepsSides(c.kept, c.gone, c) &&
			keepsSides(c.gone, c.kept, c);
	}

	private boolean keepsSides(final int corner, final int other,
		final Collapse c)
	{
		for (final int t : around.get(corner)) {
			if (has(t, other)) continue;
			final double[] before = normal(t, -1, 0, 0, 0);
			final double[] after = normal(t, corner, c.x, c.y, c.z);
			final double dot = before[0] * after[0] + before[1] * after[1] +
				before[2] * after[2];
			if (!(dot > TURN * Math.sqrt(square(before) * square(after))))
				return false;
		}
		return true;
	}

	private static double square(final double[] v) {
		return v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
	}

	private boolean has(final int t, final int corner) {
		return triangles[3 * t] == corner || triangles[3 * t + 1] == corner ||
			triangles[3 * t + 2] == corner;
	}

	/** Corners that share a triangle with this one, ascending. */
	private int[] neighbours(final int corner) {
		return around.get(corner).stream().flatMapToInt(t -> Arrays.stream(
			triangles, 3 * t, 3 * t + 3)).filter(n -> n != corner).sorted().distinct()
			.toArray();
	}

	private void collapse(final Collapse c) {
		points[3 * c.kept] = c.x;
		points[3 * c.kept + 1] = c.y;
		points[3 * c.kept + 2] = c.z;
		for (int i = 0; i < QUADRIC; i++)
			quadrics[QUADRIC * c.kept + i] += quadrics[QUADRIC * c.gone + i];
		for (final int t : around.get(c.gone)) {
			if (has(t, c.kept)) {
				for (int k = 0; k < 3; k++)
					if (triangles[3 * t + k] != c.gone) around.get(triangles[3 * t + k])
						.remove((Integer) t);
				Arrays.fill(triangles, 3 * t, 3 * t + 3, -1);
				continue;
			}
			for (int k = 0; k < 3; k++)
				if (triangles[3 * t + k] == c.gone) triangles[3 * t + k] = c.kept;
			around.get(c.kept).add(t);
		}
		around.get(c.gone).clear();
		version[c.gone]++;
		version[c.kept]++;
		for (final int n : neighbours(c.kept))
			offer(Math.min(n, c.kept), Math.max(n, c.kept));
	}

	private Mesh mesh() {
		final int[] number = new int[version.length];
		final double[] left = new double[points.length];
		int corners = 0;
		for (int i = 0; i < number.length; i++)
			if (!around.get(i).isEmpty()) {
				System.arraycopy(points, 3 * i, left, 3 * corners, 3);
				number[i] = corners++;
			}
		return new Mesh(Arrays.copyOf(left, 3 * corners), Arrays.stream(triangles)
			.filter(i -> i >= 0).map(i -> number[i]).toArray());
	}
}
