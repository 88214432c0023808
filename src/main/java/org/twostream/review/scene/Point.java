
package org.twostream.review.scene;

/**
 * A place or a way in a volume.
 *
 * @param x nm from the first voxel's centre
 * @param y nm
 * @param z nm
 */
public record Point(double x, double y, double z) {

	/** @param axis 0 for x, 1 for y, 2 for z */
	public double along(final int axis) {
		return axis == 0 ? x : axis == 1 ? y : z;
	}

	/** With another coordinate. */
	public Point with(final int axis, final double value) {
		return new Point(axis == 0 ? value : x, axis == 1 ? value : y, axis == 2
			? value : z);
	}

	public Point plus(final Point other) {
		return new Point(x + other.x, y + other.y, z + other.z);
	}

	public Point minus(final Point other) {
		return new Point(x - other.x, y - other.y, z - other.z);
	}

	public Point times(final double factor) {
		return new Point(x * factor, y * factor, z * factor);
	}

	/** Distance from the origin. */
	public double length() {
		return Math.sqrt(x * x + y * y + z * z);
	}
}
