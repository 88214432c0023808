
package org.twostream.roi.mesh;

import java.util.Arrays;

/**
 * Thins out a closed surface by collapsing edges (Garland and Heckbert 1997,
 * quadrics of planes without areas): a corner that stands for several lies
 * within the error of the planes of all triangles that met in them. Collapses
 * that would turn a triangle over or tie the surface to itself are left out, so
 * that it stays closed. The result is the same for the same mesh. Memory is
 * some 300 bytes for each corner. Not thread-safe.
 */
public final class Decimation {

	/** Least cosine between a triangle's normals before and after. */
	private static final double TURN = 0.2;
	/**
	 * What a squared length weighs beside a squared error: where all is flat,
	 * short edges go first. Else one corner would take in all others, the longer
	 * its list of triangles the slower.
	 */
	private static final double LENGTH = 1e-3;

	private final double[] points;
	private final Fans fans;
	private final Quadrics quadrics;
	/** When each corner was last moved, counted in collapses. */
	private final int[] moved;
	private final double most;
	private final EdgeQueue queue = new EdgeQueue();
	private int collapses;
	/** Which corners were met in the last search. */
	private final int[] met;
	private int search;

	private Decimation(final Mesh mesh, final double error) {
		points = mesh.points().clone();
		fans = new Fans(mesh.triangles(), mesh.corners());
		quadrics = new Quadrics(points);
		moved = new int[mesh.corners()];
		met = new int[mesh.corners()];
		most = error * error;
		final int[] t = fans.triangles;
		for (int i = 0; i < t.length; i += 3)
			quadrics.addPlane(t[i], t[i + 1], t[i + 2]);
	}

	/**
	 * @param mesh closed
	 * @param error farthest that a corner may move from the planes it stands for,
	 *          nm; 0 or less thins nothing out
	 */
	public static Mesh of(final Mesh mesh, final double error) {
		if (!(error > 0)) return mesh;
		final Decimation d = new Decimation(mesh, error);
		final int[] t = d.fans.triangles;
		for (int i = 0; i < t.length; i++) {
			final int b = t[i % 3 == 2 ? i - 2 : i + 1];
			if (t[i] < b) d.offer(t[i], b);
		}
		d.thinOut();
		return d.mesh();
	}

	private void offer(final int a, final int b) {
		quadrics.look(a, b);
		if (quadrics.cost > most) return;
		double length = 0;
		for (int i = 0; i < 3; i++) {
			final double d = points[3 * a + i] - points[3 * b + i];
			length += d * d;
		}
		queue.add(quadrics.cost + LENGTH * length, a, b, collapses);
	}

	private void thinOut() {
		while (!queue.isEmpty()) {
			final int kept = (int) (queue.edge() >>> 32);
			final int gone = (int) queue.edge();
			final long then = queue.time();
			queue.removeFirst();
			if (moved[kept] > then || moved[gone] > then) continue;
			if (!staysClosed(kept, gone)) continue;
			quadrics.look(kept, gone);
			if (keepsSides(kept, gone) && keepsSides(gone, kept)) collapse(kept,
				gone);
		}
	}

	/** Whether the corners share two triangles and nothing else. */
	private boolean staysClosed(final int kept, final int gone) {
		search += 2;
		for (int e = fans.first(kept); e >= 0; e = fans.next(e))
			meet(e, search);
		int common = 0;
		int shared = 0;
		for (int e = fans.first(gone); e >= 0; e = fans.next(e)) {
			final int first = e / 3 * 3;
			if (fans.has(e / 3, kept)) common++;
			for (int i = first; i < first + 3; i++) {
				final int corner = fans.triangles[i];
				if (met[corner] != search || corner == gone || corner == kept) continue;
				met[corner] = search + 1;
				shared++;
			}
		}
		return common == 2 && shared == 2;
	}

	private void meet(final int entry, final int when) {
		final int first = entry / 3 * 3;
		for (int i = first; i < first + 3; i++)
			met[fans.triangles[i]] = when;
	}

	/** Whether no triangle around a corner that moves turns over. */
	private boolean keepsSides(final int corner, final int other) {
		for (int e = fans.first(corner); e >= 0; e = fans.next(e))
			if (!fans.has(e / 3, other) && turns(e)) return false;
		return true;
	}

	private boolean turns(final int entry) {
		final int first = entry / 3 * 3;
		final int b = fans.triangles[entry == first + 2 ? first : entry + 1];
		final int c = fans.triangles[entry == first ? first + 2 : entry - 1];
		final int a = fans.triangles[entry];
		final double x = points[3 * b];
		final double y = points[3 * b + 1];
		final double z = points[3 * b + 2];
		// the side that stays, and the ways from it to the corner before and after
		final double sx = points[3 * c] - x;
		final double sy = points[3 * c + 1] - y;
		final double sz = points[3 * c + 2] - z;
		final double bx = points[3 * a] - x;
		final double by = points[3 * a + 1] - y;
		final double bz = points[3 * a + 2] - z;
		final double ax = quadrics.x - x;
		final double ay = quadrics.y - y;
		final double az = quadrics.z - z;
		final double b0 = sy * bz - sz * by;
		final double b1 = sz * bx - sx * bz;
		final double b2 = sx * by - sy * bx;
		final double a0 = sy * az - sz * ay;
		final double a1 = sz * ax - sx * az;
		final double a2 = sx * ay - sy * ax;
		return !(b0 * a0 + b1 * a1 + b2 * a2 > TURN * Math.sqrt((b0 * b0 + b1 * b1 +
			b2 * b2) * (a0 * a0 + a1 * a1 + a2 * a2)));
	}

	private void collapse(final int kept, final int gone) {
		points[3 * kept] = quadrics.x;
		points[3 * kept + 1] = quadrics.y;
		points[3 * kept + 2] = quadrics.z;
		quadrics.merge(kept, gone);
		fans.merge(kept, gone);
		collapses++;
		moved[gone] = collapses;
		moved[kept] = collapses;
		search += 2;
		met[kept] = search;
		for (int e = fans.first(kept); e >= 0; e = fans.next(e)) {
			final int first = e / 3 * 3;
			for (int i = first; i < first + 3; i++) {
				final int corner = fans.triangles[i];
				if (met[corner] == search) continue;
				met[corner] = search;
				offer(Math.min(corner, kept), Math.max(corner, kept));
			}
		}
	}

	private Mesh mesh() {
		final int[] number = new int[moved.length];
		final double[] left = new double[points.length];
		int corners = 0;
		for (int i = 0; i < number.length; i++)
			if (fans.first(i) >= 0) {
				System.arraycopy(points, 3 * i, left, 3 * corners, 3);
				number[i] = corners++;
			}
		return new Mesh(Arrays.copyOf(left, 3 * corners), Arrays.stream(
			fans.triangles).filter(i -> i >= 0).map(i -> number[i]).toArray());
	}
}
