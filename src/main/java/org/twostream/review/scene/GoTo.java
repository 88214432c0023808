
package org.twostream.review.scene;

import java.util.Optional;
import java.util.OptionalInt;

import org.twostream.core.UserError;
import org.twostream.roi.RoiTable;

/**
 * Where a person wants to go.
 *
 * @param row of the ROI table, empty for a place
 * @param place empty for an ROI
 */
public record GoTo(OptionalInt row, Optional<Point> place) {

	/**
	 * @param text the id of an ROI, or a place x,y,z in voxels
	 * @throws UserError if it is neither, or outside of the volume
	 */
	public static GoTo parse(final String text, final RoiTable table,
		final VoxelGrid grid)
	{
		final String[] parts = text.trim().split("[,;\\s]+");
		try {
			if (parts.length == 1) return roi(Long.parseLong(parts[0]), table);
			if (parts.length == 3) return place(Long.parseLong(parts[0]), Long
				.parseLong(parts[1]), Long.parseLong(parts[2]), grid);
		}
		catch (final NumberFormatException e) {
			throw new UserError("\"" + text.trim() +
				"\" is no number; give the id of an ROI, or x,y,z in voxels.", e);
		}
		throw new UserError("\"" + text.trim() + "\" has " + parts.length +
			" numbers; give the id of an ROI, or x,y,z in voxels.");
	}

	private static GoTo roi(final long id, final RoiTable table) {
		return new GoTo(OptionalInt.of(table.row(id).orElseThrow(
			() -> new UserError("There is no ROI " + id +
				"; give an id of the ROI table, or x,y,z in voxels."))), Optional
					.empty());
	}

	private static GoTo place(final long x, final long y, final long z,
		final VoxelGrid grid)
	{
		if (!grid.box().contains(x, y, z)) throw new UserError("Voxel " + x + "," +
			y + "," + z + " is outside of the volume of " + grid.length(0) + " x " +
			grid.length(1) + " x " + grid.length(2) + "; give x,y,z inside it.");
		return new GoTo(OptionalInt.empty(), Optional.of(grid.nm(x, y, z)));
	}
}
