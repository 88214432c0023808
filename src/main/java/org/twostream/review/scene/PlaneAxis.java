
package org.twostream.review.scene;

/**
 * A plane along two axes of the volume; 0 is x, 1 is y, 2 is z. The side planes
 * lie so that they continue the sections: x z below them, z y to their right.
 */
public enum PlaneAxis {

		/** A section: x to the right, y down. */
		XY(0, 1, 2),
		/** x to the right, z down. */
		XZ(0, 2, 1),
		/** z to the right, y down. */
		ZY(2, 1, 0);

	private final int right;
	private final int down;
	private final int normal;

	PlaneAxis(final int right, final int down, final int normal) {
		this.right = right;
		this.down = down;
		this.normal = normal;
	}

	/** The axis that points to the right. */
	public int right() {
		return right;
	}

	/** The axis that points down. */
	public int down() {
		return down;
	}

	/** The axis through the plane. */
	public int normal() {
		return normal;
	}
}
