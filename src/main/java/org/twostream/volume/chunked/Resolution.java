
package org.twostream.volume.chunked;

import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.core.VoxelSize;
import org.twostream.volume.LengthUnit;

/** Voxel sizes as the attributes of arrays and groups say them. */
public final class Resolution {

	private Resolution() {}

	/**
	 * {@code resolution} in nm, {@code pixelResolution} with its unit, or
	 * {@code voxel_size} in nm.
	 *
	 * @param fastestFirst whether the axes stand x first, as in N5, and not last
	 * @return empty if none is there
	 */
	public static Optional<VoxelSize> of(final Json attributes,
		final boolean fastestFirst)
	{
		double[] edges = attributes.numbers(attributes.has("resolution")
			? "resolution" : "voxel_size");
		double nm = 1;
		if (attributes.has("units")) nm = LengthUnit.nanometres(attributes.strings(
			"units").get(0)).orElse(1);
		if (edges.length < 3 && attributes.line().contains(
			"\"pixelResolution\":{"))
		{
			final Json p = attributes.object("pixelResolution");
			edges = p.numbers("dimensions");
			nm = LengthUnit.nanometres(p.string("unit", "nm")).orElse(0);
		}
		if (edges.length < 3) return Optional.empty();
		final int n = edges.length;
		final double x = nm * (fastestFirst ? edges[0] : edges[n - 1]);
		final double y = nm * (fastestFirst ? edges[1] : edges[n - 2]);
		final double z = nm * (fastestFirst ? edges[2] : edges[n - 3]);
		return x > 0 && y > 0 && z > 0 ? Optional.of(new VoxelSize(x, y, z))
			: Optional.empty();
	}
}
