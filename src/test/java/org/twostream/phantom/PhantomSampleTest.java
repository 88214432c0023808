
package org.twostream.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.Raster;
import java.io.File;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.api.Test;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;

/** The phantom is still the one that was stored (test-data/phantom). */
class PhantomSampleTest {

	private static final Phantom PHANTOM = new Phantom(new PhantomSettings(128,
		128, 16, new VoxelSize(8, 8, 30), Target.MITOCHONDRIA, new Seed(1)));

	@Test
	void sameGreyValues() throws IOException {
		check("raw", PHANTOM.rawVolume());
	}

	@Test
	void sameTruth() throws IOException {
		for (final Target target : Target.values())
			check(target.text(), PHANTOM.labelVolume(target));
	}

	private static void check(final String name, final EmVolume made)
		throws IOException
	{
		final long[] voxels = made.ids(0, PHANTOM.box());
		try (ImageInputStream in = ImageIO.createImageInputStream(new File(
			"test-data/phantom/" + name + ".tif")))
		{
			final ImageReader reader = ImageIO.getImageReadersByFormatName("tiff")
				.next();
			reader.setInput(in);
			for (int z = 0; z < 16; z++) {
				final Raster page = reader.read(z).getRaster();
				for (int i = 0; i < 128 * 128; i++)
					assertEquals(page.getSample(i % 128, i / 128, 0), voxels[z * 128 *
						128 + i], name + " section " + z + " voxel " + i);
			}
			reader.dispose();
		}
	}
}
