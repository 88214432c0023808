
package org.twostream.volume.tiff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.twostream.core.VoxelSize;
import org.twostream.volume.LengthUnit;

/**
 * What a file's description says: ImageJ's {@code key=value} lines or OME's
 * XML.
 *
 * @param voxelSize nm, empty if not said
 * @param images ImageJ's number of pages, 0 if not said
 * @param channels ImageJ's, at least 1
 * @param slices ImageJ's, at least 1
 * @param frames ImageJ's, at least 1
 */
record TiffCalibration(Optional<VoxelSize> voxelSize, int images, int channels,
		int slices, int frames) {

	private static final Pattern LINE = Pattern.compile(
		"(?m)^([A-Za-z]+)=(.*?)\\s*$");

	static TiffCalibration none() {
		return new TiffCalibration(Optional.empty(), 0, 1, 1, 1);
	}

	/**
	 * @param xPerUnit pixels per unit, 0 if not said
	 * @param yPerUnit pixels per unit, 0 if not said
	 */
	static TiffCalibration of(final String description, final double xPerUnit,
		final double yPerUnit)
	{
		if (description.contains("<OME")) return new TiffCalibration(ome(
			description), 0, 1, 1, 1);
		if (!description.startsWith("ImageJ=")) return none();
		final Map<String, String> lines = new HashMap<>();
		final Matcher m = LINE.matcher(description);
		while (m.find())
			lines.put(m.group(1), m.group(2));
		return new TiffCalibration(imageJ(lines, xPerUnit, yPerUnit), (int) number(
			lines, "images", 0), (int) number(lines, "channels", 1), (int) number(
				lines, "slices", 1), (int) number(lines, "frames", 1));
	}

	private static Optional<VoxelSize> imageJ(final Map<String, String> lines,
		final double xPerUnit, final double yPerUnit)
	{
		final OptionalDouble x = LengthUnit.nanometres(lines.getOrDefault("unit",
			""));
		if (x.isEmpty() || xPerUnit <= 0 || yPerUnit <= 0) return Optional.empty();
		final double y = LengthUnit.nanometres(lines.getOrDefault("yunit", ""))
			.orElse(x.getAsDouble());
		final double z = LengthUnit.nanometres(lines.getOrDefault("zunit", ""))
			.orElse(x.getAsDouble());
		// ImageJ leaves out a spacing of 1.
		final double spacing = Math.abs(number(lines, "spacing", 1));
		return spacing > 0 ? Optional.of(new VoxelSize(tidy(x.getAsDouble() /
			xPerUnit), tidy(y / yPerUnit), tidy(spacing * z))) : Optional.empty();
	}

	/** Takes back what a fraction of two 32-bit numbers adds: 4.6 nm is 4.6. */
	private static double tidy(final double nm) {
		return new java.math.BigDecimal(nm).round(new java.math.MathContext(6))
			.doubleValue();
	}

	private static Optional<VoxelSize> ome(final String xml) {
		final double[] nm = new double[3];
		for (int i = 0; i < 3; i++) {
			final String axis = "XYZ".substring(i, i + 1);
			final Matcher size = Pattern.compile("PhysicalSize" + axis +
				"=\"([0-9.eE+-]+)\"").matcher(xml);
			final Matcher unit = Pattern.compile("PhysicalSize" + axis +
				"Unit=\"([^\"]+)\"").matcher(xml);
			if (!size.find()) return Optional.empty();
			final OptionalDouble factor = LengthUnit.nanometres(unit.find() ? unit
				.group(1) : "um");
			if (factor.isEmpty()) return Optional.empty();
			nm[i] = tidy(parse(size.group(1), 0) * factor.getAsDouble());
			if (nm[i] <= 0) return Optional.empty();
		}
		return Optional.of(new VoxelSize(nm[0], nm[1], nm[2]));
	}

	private static double number(final Map<String, String> lines,
		final String key, final double otherwise)
	{
		return lines.containsKey(key) ? parse(lines.get(key), otherwise)
			: otherwise;
	}

	private static double parse(final String text, final double otherwise) {
		try {
			return Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			// a description is free text: what is no number says nothing
			return otherwise;
		}
	}
}
