
package org.twostream.core;

import java.io.Serializable;

/**
 * Edge lengths of one voxel in nanometres, all finite and positive.
 *
 * @param x nm per voxel along x
 * @param y nm per voxel along y
 * @param z nm per voxel along z (section thickness)
 */
public record VoxelSize(double x, double y, double z) implements Serializable {

	/**
	 * @throws UserError if an edge is zero, negative, infinite or NaN
	 */
	public VoxelSize {
		if (!valid(x) || !valid(y) || !valid(z)) throw new UserError("Voxel size " +
			x + "," + y + "," + z +
			" nm is not three positive numbers; give voxel_nm=x,y,z in nanometres, for example voxel_nm=8,8,30.");
	}

	/**
	 * @param text "x,y,z" in nm
	 * @throws UserError if the text is not three positive numbers
	 */
	public static VoxelSize parse(final String text) {
		final String[] parts = text.trim().split("\\s*,\\s*");
		try {
			if (parts.length == 3) return new VoxelSize(Double.parseDouble(parts[0]),
				Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
		}
		catch (final NumberFormatException e) {
			throw new UserError("voxel_nm=" + text +
				" is not three numbers; give x,y,z in nanometres, for example voxel_nm=8,8,30.",
				e);
		}
		throw new UserError("voxel_nm=" + text + " has " + parts.length +
			" values; give x,y,z in nanometres, for example voxel_nm=8,8,30.");
	}

	private static boolean valid(final double edge) {
		return edge > 0 && Double.isFinite(edge);
	}

	/** The form that {@link #parse} reads, "x,y,z". */
	public String text() {
		return number(x) + "," + number(y) + "," + number(z);
	}

	private static String number(final double v) {
		return v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v);
	}
}
