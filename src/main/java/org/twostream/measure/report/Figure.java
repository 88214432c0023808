
package org.twostream.measure.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.twostream.core.UserError;

/**
 * A picture of a report.
 *
 * @param name file name without ending, of a-z, 0-9 and -; unique in the report
 * @param caption what it shows, one or two sentences
 * @param alternative what it says, for people who do not see it
 * @param image the pixels
 * @param density pixels of the image per pixel of the page: 2 is sharp on
 *          phones
 */
public record Figure(String name, String caption, String alternative,
		BufferedImage image, int density) implements Report.Part {

	/**
	 * @throws IllegalArgumentException if the name is no such file name or the
	 *           density is below 1
	 */
	public Figure {
		if (!name.matches("[a-z0-9][a-z0-9-]*")) throw new IllegalArgumentException(
			"Figure name " + name);
		if (density < 1) throw new IllegalArgumentException("density " + density);
	}

	/**
	 * A picture from a file, shown in its size.
	 *
	 * @throws org.twostream.core.UserError if it cannot be read
	 */
	public static Figure read(final Path png, final String name,
		final String caption)
	{
		try {
			final BufferedImage image = ImageIO.read(png.toFile());
			if (image == null) throw new IOException("no picture");
			return new Figure(name, caption, caption, image, 1);
		}
		catch (final IOException e) {
			throw new UserError(png + " is no picture that can be read; delete it.",
				e);
		}
	}

	/** The name with its ending. */
	public String file() {
		return name + ".png";
	}

	/** The file's bytes. */
	public byte[] png() {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			if (!ImageIO.write(image, "png", out)) throw new IllegalStateException(
				"This Java cannot write PNG files");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}
}
