
package org.twostream.measure.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;

/**
 * A part of one section with the outlines of labelled objects over it, a scale
 * bar and a legend.
 *
 * @param width pixels of the section shown
 * @param height as width
 * @param raw width * height grey values, x fastest, 0..255
 * @param labels width * height ids, x fastest, 0 is background
 * @param nmPerPixel edge of a pixel in nm, above 0
 */
public record SectionOverlay(int width, int height, byte[] raw, long[] labels,
		double nmPerPixel) {

	private static final int FOOT = 26;
	private static final double FILL = 0.16;

	/** The colour of an object by its id; {@link Palette#NONE} hides it. */
	@FunctionalInterface
	public interface Colours {

		Color of(long id);
	}

	/** A line of the legend. */
	public record Legend(String text, Color colour) {
	}

	/**
	 * @throws IllegalArgumentException if the arrays have another length
	 */
	public SectionOverlay {
		if (raw.length != width * height || labels.length != width * height)
			throw new IllegalArgumentException("Section of " + width + " x " +
				height + " with " + raw.length + " grey values and " + labels.length +
				" labels");
	}

	/**
	 * Reads a part of a section.
	 *
	 * @param raw {@link org.twostream.volume.PixelType#UINT8}, channel 0
	 * @param labels ids, channel 0, same size
	 * @param part one section (zMax = zMin + 1) inside the volume
	 * @throws UserError if the volumes differ in size or a file is damaged
	 */
	public static SectionOverlay read(final EmVolume raw, final EmVolume labels,
		final Box part, final double nmPerPixel)
	{
		if (part.zSize() != 1) throw new IllegalArgumentException(
			"Not one section: " + part);
		if (!raw.info().box().equals(labels.info().box())) throw new UserError(
			"The raw volume has the size " + raw.info().box() +
				" and the labels have " + labels.info().box() +
				"; give labels of the same volume.");
		return new SectionOverlay(Math.toIntExact(part.xSize()), Math.toIntExact(
			part.ySize()), raw.bytes(0, part), labels.ids(0, part), nmPerPixel);
	}

	/** The picture as a part of a report, enlarged to be sharp. */
	public Figure figure(final String name, final String caption,
		final Colours colours, final List<Legend> legend)
	{
		final int zoom = Math.max(1, Math.min(6, 1400 / Math.max(width, height)));
		return new Figure(name, caption, caption, render(zoom, colours, legend),
			zoom > 1 ? 2 : 1);
	}

	/**
	 * @param zoom pixels of the picture per pixel of the section, 1 or more
	 * @param legend below the section; empty for none
	 */
	public BufferedImage render(final int zoom, final Colours colours,
		final List<Legend> legend)
	{
		final int unit = zoom > 1 ? 2 : 1;
		final int foot = legend.isEmpty() ? 0 : FOOT * unit;
		final BufferedImage out = new BufferedImage(width * zoom, height * zoom +
			foot, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height * zoom; y++)
			for (int x = 0; x < width * zoom; x++)
				out.setRGB(x, y, pixel(x, y, zoom, Math.min(zoom, 3), colours));
		final Graphics2D g = out.createGraphics();
		try {
			g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
				RenderingHints.VALUE_ANTIALIAS_ON);
			g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
				RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			scaleBar(g, zoom, unit);
			if (foot > 0) legend(g, legend, height * zoom, unit);
		}
		finally {
			g.dispose();
		}
		return out;
	}

	private int pixel(final int x, final int y, final int zoom, final int line,
		final Colours colours)
	{
		final int i = x / zoom + width * (y / zoom);
		final int grey = raw[i] & 0xFF;
		final Color colour = labels[i] == 0 ? Palette.NONE : colours.of(labels[i]);
		if (colour.getAlpha() == 0) return grey << 16 | grey << 8 | grey;
		if (edge(x, y, zoom, line)) return colour.getRGB();
		return mix(grey, colour.getRed()) << 16 | mix(grey, colour
			.getGreen()) << 8 | mix(grey, colour.getBlue());
	}

	private static int mix(final int grey, final int colour) {
		return (int) Math.round(grey * (1 - FILL) + colour * FILL);
	}

	/** Whether another object or none lies within the width of the line. */
	private boolean edge(final int x, final int y, final int zoom,
		final int line)
	{
		final long own = at(x, y, zoom);
		return at(x - line, y, zoom) != own || at(x + line, y, zoom) != own || at(x,
			y - line, zoom) != own || at(x, y + line, zoom) != own;
	}

	/** Beyond the border the object goes on: no line is drawn there. */
	private long at(final int x, final int y, final int zoom) {
		final int cx = Math.max(0, Math.min(width - 1, Math.floorDiv(x, zoom)));
		final int cy = Math.max(0, Math.min(height - 1, Math.floorDiv(y, zoom)));
		return labels[cx + width * cy];
	}

	private void scaleBar(final Graphics2D g, final int zoom, final int unit) {
		final double nm = roundLength(width * nmPerPixel / 4);
		final int length = (int) Math.round(nm / nmPerPixel * zoom);
		if (length < 1) return;
		final int x = 10 * unit;
		final int y = height * zoom - 12 * unit;
		final String text = nm >= 1000 ? number(nm / 1000) + " µm" : number(nm) +
			" nm";
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13 * unit));
		final int textWidth = g.getFontMetrics().stringWidth(text);
		g.setColor(new Color(0, 0, 0, 150));
		g.fillRoundRect(x - 5 * unit, y - 22 * unit, Math.max(length, textWidth) +
			10 * unit, 30 * unit, 6 * unit, 6 * unit);
		g.setColor(Color.WHITE);
		g.fillRect(x, y, length, 3 * unit);
		g.drawString(text, x, y - 6 * unit);
	}

	private static String number(final double v) {
		return v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v);
	}

	/** The largest of 1, 2, 5 times a power of ten that is not above. */
	static double roundLength(final double most) {
		final double power = Math.pow(10, Math.floor(Math.log10(most)));
		final double lead = most / power;
		return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
	}

	private static void legend(final Graphics2D g, final List<Legend> legend,
		final int top, final int unit)
	{
		g.setColor(Color.WHITE);
		g.fillRect(0, top, 1 << 16, FOOT * unit);
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13 * unit));
		int x = 8 * unit;
		for (final Legend entry : legend) {
			g.setColor(entry.colour());
			g.fillRect(x, top + 7 * unit, 14 * unit, 12 * unit);
			g.setColor(Palette.INK);
			g.setStroke(new BasicStroke(unit));
			g.drawRect(x, top + 7 * unit, 14 * unit, 12 * unit);
			g.drawString(entry.text(), x + 20 * unit, top + 18 * unit);
			x += 38 * unit + g.getFontMetrics().stringWidth(entry.text());
		}
	}
}
