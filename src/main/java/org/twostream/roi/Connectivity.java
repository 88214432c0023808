
package org.twostream.roi;

import org.twostream.core.UserError;

/** Which voxels around a voxel touch it; the key {@code connectivity}. */
public enum Connectivity {

		/** Faces. */
		SIX(6),
		/** Faces and edges. */
		EIGHTEEN(18),
		/** Faces, edges and corners. */
		TWENTY_SIX(26);

	private final int neighbours;

	Connectivity(final int neighbours) {
		this.neighbours = neighbours;
	}

	/** 6, 18 or 26. */
	public int neighbours() {
		return neighbours;
	}

	/**
	 * @throws UserError if the number is none of 6, 18, 26
	 */
	public static Connectivity of(final int neighbours) {
		for (final Connectivity c : values())
			if (c.neighbours == neighbours) return c;
		throw new UserError("connectivity=" + neighbours +
			" is none of 6, 18, 26; choose one of them.");
	}

	/**
	 * How far apart along x two voxels may be that touch, when their rows are dy
	 * and dz apart; -1 if they never touch.
	 *
	 * @param dy -1, 0 or 1
	 * @param dz -1, 0 or 1
	 */
	int reach(final int dy, final int dz) {
		switch (Math.abs(dy) + Math.abs(dz)) {
			case 0:
				return 1;
			case 1:
				return this == SIX ? 0 : 1;
			default:
				return this == SIX ? -1 : this == EIGHTEEN ? 0 : 1;
		}
	}
}
