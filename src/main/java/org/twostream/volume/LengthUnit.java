
package org.twostream.volume;

import java.util.Locale;
import java.util.OptionalDouble;

/** Names of units of length as they stand in image files. */
public final class LengthUnit {

	private LengthUnit() {}

	/**
	 * Nanometres per unit.
	 *
	 * @param name such as nm, nanometer, micron, um, \u00b5m, mm, angstrom; any
	 *          case
	 * @return empty if the name is no known unit, such as pixel
	 */
	public static OptionalDouble nanometres(final String name) {
		return switch (name.trim().toLowerCase(Locale.ROOT)) {
			case "pm", "picometer", "picometre" -> OptionalDouble.of(1e-3);
			case "angstrom", "\u00e5", "\u00e5ngstr\u00f6m", "\u212b" ->
				OptionalDouble.of(0.1);
			case "nm", "nanometer", "nanometre", "nanometers", "nanometres" ->
				OptionalDouble.of(1);
			case "um", "\u00b5m", "\u03bcm", "\\u00b5m", "micron", "microns",
					"micrometer", "micrometre", "micrometers", "micrometres" ->
				OptionalDouble.of(1e3);
			case "mm", "millimeter", "millimetre" -> OptionalDouble.of(1e6);
			case "cm", "centimeter", "centimetre" -> OptionalDouble.of(1e7);
			case "m", "meter", "metre" -> OptionalDouble.of(1e9);
			case "inch", "in" -> OptionalDouble.of(2.54e7);
			default -> OptionalDouble.empty();
		};
	}
}
