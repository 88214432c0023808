
package org.twostream.bench;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.phantom.Phantom;
import org.twostream.phantom.PhantomSettings;

/**
 * Makes test-data/phantom: 128 x 128 x 16 voxels of 8 x 8 x 30 nm, seed 1, as
 * multi-page TIFFs with deflate; raw uint8, truth uint16. The argument is the
 * folder.
 */
public final class PhantomSample {

	private static final int SIZE = 128;
	private static final int SECTIONS = 16;

	private PhantomSample() {}

	public static void main(final String[] args) throws IOException {
		final File folder = new File(args[0]);
		final Phantom phantom = new Phantom(new PhantomSettings(SIZE, SIZE,
			SECTIONS, new VoxelSize(8, 8, 30), Target.MITOCHONDRIA, new Seed(1)));
		write(new File(folder, "raw.tif"), BufferedImage.TYPE_BYTE_GRAY, phantom
			.rawVolume().ids(0, phantom.box()));
		for (final Target target : Target.values())
			write(new File(folder, target.text() + ".tif"),
				BufferedImage.TYPE_USHORT_GRAY, phantom.labelVolume(target).ids(0,
					phantom.box()));
	}

	private static void write(final File file, final int type,
		final long[] voxels) throws IOException
	{
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff")
			.next();
		if (file.exists() && !file.delete()) throw new IOException(
			"Cannot replace " + file);
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
			final ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionType("Deflate");
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (int z = 0; z < SECTIONS; z++) {
				final BufferedImage page = new BufferedImage(SIZE, SIZE, type);
				for (int i = 0; i < SIZE * SIZE; i++) {
					final long v = voxels[z * SIZE * SIZE + i];
					if (v > 0xFFFF) throw new IOException("Id " + v + " needs 32 bits");
					page.getRaster().setSample(i % SIZE, i / SIZE, 0, (int) v);
				}
				writer.writeToSequence(new IIOImage(page, null, null), param);
			}
			writer.endWriteSequence();
		}
		finally {
			writer.dispose();
		}
	}
}
