
package org.twostream.volume;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.twostream.core.Box;
import org.twostream.core.UserError;

/**
 * The part behind {@code #} of a {@link VolumeUri}: half-open voxel ranges,
 * {@code x=0:512,y=0:512,z=8:16}. Axes may be missing and ends may be open
 * ({@code z=8:}); an open end is {@link Long#MAX_VALUE}.
 */
public record Crop(long xMin, long xMax, long yMin, long yMax, long zMin,
		long zMax) {

	private static final Pattern RANGE = Pattern.compile(
		"\\s*([xyz])\\s*=\\s*(\\d{0,18})\\s*:\\s*(\\d{0,18})\\s*");

	/**
	 * @param text without the {@code #}
	 * @throws UserError if the text is not such ranges, or one is empty
	 */
	public static Crop parse(final String text) {
		final long[][] ends = { { 0, Long.MAX_VALUE }, { 0, Long.MAX_VALUE }, { 0,
			Long.MAX_VALUE } };
		for (final String part : text.split(",", -1)) {
			final Matcher m = RANGE.matcher(part);
			if (!m.matches()) throw new UserError("The crop \"#" + text +
				"\" is not voxel ranges; write it as #x=0:512,y=0:512,z=8:16.");
			final long[] range = ends["xyz".indexOf(m.group(1))];
			if (!m.group(2).isEmpty()) range[0] = Long.parseLong(m.group(2));
			if (!m.group(3).isEmpty()) range[1] = Long.parseLong(m.group(3));
			if (range[0] >= range[1]) throw new UserError("The crop range \"" + part
				.trim() +
				"\" holds no voxels; its second number must be the larger, as in z=8:16.");
		}
		return new Crop(ends[0][0], ends[0][1], ends[1][0], ends[1][1], ends[2][0],
			ends[2][1]);
	}

	/**
	 * The voxels of a volume that this crop keeps.
	 *
	 * @throws UserError if the crop reaches outside the volume
	 */
	public Box of(final VolumeInfo info) {
		return new Box(xMin, yMin, zMin, end("x", xMin, xMax, info.xSize()), end(
			"y", yMin, yMax, info.ySize()), end("z", zMin, zMax, info.zSize()));
	}

	private static long end(final String axis, final long min, final long max,
		final long size)
	{
		final long end = max == Long.MAX_VALUE ? size : max;
		if (end > size || min >= size) throw new UserError("The crop " + range(axis,
			min, max) + " reaches outside the volume, whose " + axis + " is 0:" +
			size + "; choose a range inside.");
		return end;
	}

	/** The form that {@link #parse} reads. */
	public String text() {
		final StringBuilder text = new StringBuilder();
		append(text, "x", xMin, xMax);
		append(text, "y", yMin, yMax);
		append(text, "z", zMin, zMax);
		return text.toString();
	}

	private static void append(final StringBuilder text, final String axis,
		final long min, final long max)
	{
		if (min == 0 && max == Long.MAX_VALUE) return;
		if (text.length() > 0) text.append(',');
		text.append(range(axis, min, max));
	}

	private static String range(final String axis, final long min,
		final long max)
	{
		return axis + "=" + min + ":" + (max == Long.MAX_VALUE ? "" : max);
	}
}
