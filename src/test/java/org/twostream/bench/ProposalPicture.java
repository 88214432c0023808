
package org.twostream.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.twostream.core.Box;
import org.twostream.measure.report.Palette;
import org.twostream.measure.report.SectionOverlay;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.tiff.TiffStore;

/**
 * Draws proposals over the raw section that they were found in, for docs: RAW
 * LABELS X,Y,Z WIDTH,HEIGHT NM OUT.png, in voxels and nm per pixel.
 */
public final class ProposalPicture {

	private ProposalPicture() {}

	/** Arguments as above. */
	public static void main(final String[] args) throws IOException {
		final VolumeStores stores = new VolumeStores(List.of(new TiffStore(),
			new ChunkedStore()));
		final int[] corner = numbers(args[2]);
		final int[] size = numbers(args[3]);
		try (EmVolume raw = stores.open(args[0]);
				EmVolume labels = stores.open(args[1]))
		{
			final Box part = new Box(corner[0], corner[1], corner[2], corner[0] +
				size[0], corner[1] + size[1], corner[2] + 1L);
			ImageIO.write(SectionOverlay.read(raw, labels, part, Double.parseDouble(
				args[4])).render(1, Palette::object, List.of()), "png", Path.of(args[5])
					.toFile());
		}
	}

	private static int[] numbers(final String text) {
		return List.of(text.split(",")).stream().mapToInt(Integer::parseInt)
			.toArray();
	}
}
