
package org.twostream.command;

import java.nio.file.Path;

import org.twostream.core.Box;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/** A prediction for small tests, whose networks learn nothing. */
final class MadeElsewhere {

	private MadeElsewhere() {}

	/** The truth and, as errors, blocks of what is background. */
	static void predict(final Path truth, final Path prediction) {
		try (EmVolume labels = Leaves.wiring().stores().open(truth.toString());
				VolumeWriter writer = ChunkedWriter.create(prediction, ChunkedSpec.of(
					PixelType.UINT8, labels.info().xSize(), labels.info().ySize(), labels
						.info().zSize()).withChannels(1)))
		{
			final Box box = labels.info().box();
			final long[] ids = labels.ids(0, box);
			final byte[] voxels = new byte[ids.length];
			for (int i = 0; i < ids.length; i++) {
				final long x = i % box.xSize();
				final long y = i / box.xSize() % box.ySize();
				final boolean block = x % 32 < 14 && y % 32 < 14;
				if (ids[i] != 0 || block) voxels[i] = (byte) 230;
			}
			writer.write(0, box, voxels);
		}
	}
}
