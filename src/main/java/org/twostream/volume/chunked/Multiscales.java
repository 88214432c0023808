
package org.twostream.volume.chunked;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.twostream.core.Json;
import org.twostream.core.VoxelSize;
import org.twostream.volume.LengthUnit;
import org.twostream.volume.Pyramid;

/**
 * OME-Zarr's image metadata: 0.4 in the attributes, 0.5 under {@code ome} in
 * them. Only the first image counts.
 *
 * @param path of the full-resolution array below the group
 * @param coarser paths of the arrays of lower resolution, the finest first
 * @param axes names of their axes in C order, empty if not said
 * @param voxelSize nm, empty where scale or unit are missing
 */
public record Multiscales(String path, List<String> coarser, List<String> axes,
		Optional<VoxelSize> voxelSize) {

	/** Where our own volumes lie in their group. */
	static final String OWN_PATH = "0";

	/** What a group's attributes say, empty if it is no image. */
	public static Optional<Multiscales> read(final Json attributes) {
		final Json ome = attributes.has("ome") ? attributes.object("ome")
			: attributes;
		final List<Json> images = ome.objects("multiscales");
		if (images.isEmpty() || images.get(0).objects("datasets").isEmpty())
			return Optional.empty();
		final Json image = images.get(0);
		final Json dataset = image.objects("datasets").get(0);
		final List<String> names = new ArrayList<>();
		final List<String> units = new ArrayList<>();
		for (final Json axis : image.objects("axes")) {
			names.add(axis.string("name", ""));
			units.add(axis.string("unit", ""));
		}
		// OME-Zarr 0.3 gave names only.
		if (names.isEmpty()) names.addAll(image.strings("axes"));
		final List<String> coarser = image.objects("datasets").stream().skip(1).map(
			d -> d.string("path")).toList();
		return Optional.of(new Multiscales(dataset.string("path"), coarser, List
			.copyOf(names), voxelSize(names, units, scale(dataset), scale(image))));
	}

	private static double[] scale(final Json owner) {
		for (final Json t : owner.objects("coordinateTransformations"))
			if (t.string("type", "").equals("scale")) return t.numbers("scale");
		return new double[0];
	}

	private static Optional<VoxelSize> voxelSize(final List<String> names,
		final List<String> units, final double[] scale, final double[] common)
	{
		final double[] nm = new double[3];
		for (int i = 0; i < 3; i++) {
			final int d = names.indexOf(List.of("x", "y", "z").get(i));
			if (d < 0 || d >= scale.length || d >= units.size()) return Optional
				.empty();
			final OptionalDouble unit = LengthUnit.nanometres(units.get(d));
			if (unit.isEmpty()) return Optional.empty();
			nm[i] = scale[d] * unit.getAsDouble() * (d < common.length ? common[d]
				: 1);
		}
		return Optional.of(new VoxelSize(nm[0], nm[1], nm[2]));
	}

	/** The attributes of a group that holds one volume. */
	static Json write(final ChunkedSpec spec) {
		return write(spec, List.of(new Pyramid.Factors(1, 1, 1)));
	}

	/**
	 * The attributes of a group that holds a volume in these resolutions, the
	 * arrays 0, 1 and so on.
	 */
	static Json write(final ChunkedSpec spec,
		final List<Pyramid.Factors> levels)
	{
		final List<Json> axes = new ArrayList<>();
		final Map<String, Double> nm = spec.voxelSize().map(v -> Map.of("x", v.x(),
			"y", v.y(), "z", v.z())).orElse(Map.of());
		for (final String name : spec.array().axes()) {
			final Json axis = new Json().put("name", name).put("type", name.equals(
				"c") ? "channel" : "space");
			if (nm.containsKey(name)) axis.put("unit", "nanometer");
			axes.add(axis);
		}
		final List<Json> datasets = new ArrayList<>();
		for (final Pyramid.Factors f : levels) {
			final Map<String, Integer> factor = Map.of("x", f.x(), "y", f.y(), "z", f
				.z());
			datasets.add(new Json().put("path", String.valueOf(datasets.size())).put(
				"coordinateTransformations", List.of(new Json().put("type", "scale")
					.put("scale", spec.array().axes().stream().map(name -> nm
						.getOrDefault(name, 1.0) * factor.getOrDefault(name, 1))
						.toList()))));
		}
		final Json image = new Json().put("name", spec.name()).put("axes", axes)
			.put("datasets", datasets);
		if (spec.format() == ChunkedFormat.ZARR3) return new Json().put("ome",
			new Json().put("version", "0.5").put("multiscales", List.of(image)));
		return new Json().put("multiscales", List.of(new Json().put("version",
			"0.4").putAll(image)));
	}
}
