
package org.twostream.command;

import java.nio.file.Path;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeInfo;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

/** A small volume of bytes as an image, its calibration in nm. */
final class VolumeImage {

	private static final String UNIT = "nm";

	private VolumeImage() {}

	/**
	 * @param info what Image &gt; Show Info... says
	 */
	static ImagePlus of(final Path volume, final String title, final String info,
		final Progress progress)
	{
		try (EmVolume raw = Leaves.wiring().stores().open(volume.toString())) {
			final VolumeInfo size = raw.info();
			final int x = Math.toIntExact(size.xSize());
			final int y = Math.toIntExact(size.ySize());
			final ImageStack stack = new ImageStack(x, y);
			for (long z = 0; z < size.zSize(); z++) {
				progress.check();
				stack.addSlice("", raw.bytes(0, new Box(0, 0, z, x, y, z + 1)));
				progress.report((z + 1.) / size.zSize(), "opening " + title);
			}
			final ImagePlus image = new ImagePlus(title, stack);
			size.voxelSize().ifPresent(v -> {
				final Calibration c = image.getCalibration();
				c.setUnit(UNIT);
				c.pixelWidth = v.x();
				c.pixelHeight = v.y();
				c.pixelDepth = v.z();
			});
			image.setProperty("Info", info);
			return image;
		}
	}
}
