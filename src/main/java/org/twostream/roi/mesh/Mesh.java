
package org.twostream.roi.mesh;

/**
 * A surface of triangles, seen from outside counter-clockwise.
 *
 * @param points x, y, z of each corner, nm; not copied
 * @param triangles three numbers of corners each, from 0; not copied
 */
public record Mesh(double[] points, int[] triangles) {

	/** Number of corners. */
	public int corners() {
		return points.length / 3;
	}

	/** Number of triangles. */
	public int size() {
		return triangles.length / 3;
	}

	/** What a closed surface encloses, nm^3. */
	public double volume() {
		double six = 0;
		for (int t = 0; t < triangles.length; t += 3) {
			final int a = 3 * triangles[t];
			final int b = 3 * triangles[t + 1];
			final int c = 3 * triangles[t + 2];
			six += points[a] * (points[b + 1] * points[c + 2] - points[b + 2] *
				points[c + 1]) + points[a + 1] * (points[b + 2] * points[c] -
					points[b] * points[c + 2]) + points[a + 2] * (points[b] * points[c +
						1] - points[b + 1] * points[c]);
		}
		return six / 6;
	}
}
