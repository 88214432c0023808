
package org.twostream.command;

import java.awt.Color;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.twostream.review.export.OutlineWriter;
import org.twostream.review.export.SectionMask;

import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/**
 * Outlines as ImageJ's ROI Manager saves them: a zip of .roi files, each with
 * its slice, counted from 1, and the colour of its answer. Needs no window.
 */
final class RoiArchive implements OutlineWriter {

	private static final int INSIDE = 255;

	@Override
	public void write(final Stream<SectionMask> masks, final OutputStream out)
		throws IOException
	{
		final ZipOutputStream zip = new ZipOutputStream(out);
		final var each = masks.iterator();
		while (each.hasNext()) {
			final Roi roi = outline(each.next());
			zip.putNextEntry(new ZipEntry(roi.getName() + ".roi"));
			final DataOutputStream entry = new DataOutputStream(
				new BufferedOutputStream(zip));
			new RoiEncoder(entry).write(roi);
			entry.flush();
			zip.closeEntry();
		}
		zip.finish();
	}

	/** In the coordinates of the whole volume. */
	static Roi outline(final SectionMask mask) {
		final int width = (int) (mask.part().xMax() - mask.part().xMin());
		final int height = (int) (mask.part().yMax() - mask.part().yMin());
		final byte[] pixels = new byte[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) (mask.mask()[i] ? INSIDE : 0);
		final ByteProcessor image = new ByteProcessor(width, height, pixels);
		image.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(image);
		roi.setLocation(roi.getXBase() + mask.part().xMin(), roi.getYBase() + mask
			.part().yMin());
		roi.setName(mask.name());
		roi.setPosition((int) mask.part().zMin() + 1);
		roi.setStrokeColor(Color.decode(mask.colour()));
		return roi;
	}
}
