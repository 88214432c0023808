
package org.twostream.segment;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.phantom.Phantom;
import org.twostream.phantom.PhantomSettings;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.tiff.TiffStore;

/**
 * Draws one training window as it is and with each augmentation: four sections
 * side by side, the target outlined. Arguments: the picture, and optionally raw
 * and label volume to draw instead of a phantom.
 */
public final class AugmentationPicture {

	private static final WindowSize WINDOW = new WindowSize(128, 128, 4);
	private static final VoxelSize VOXELS = new VoxelSize(8, 8, 30);
	private static final int TITLE = 18;
	private static final int GAP = 2;
	private static final List<String> ROWS = List.of("none", "flips", "rotation",
		"rescale", "elastic", "coarse-elastic", "grayscale", "missing-parts",
		"missing-section", "misalignment", "motion-blur", "cut-blur", "cut-noise",
		"all");
	private static final int COLUMNS = 2;

	private AugmentationPicture() {}

	public static void main(final String... args) throws IOException {
		if (args.length == 1) {
			final Phantom phantom = new Phantom(new PhantomSettings(420, 420, 20,
				VOXELS, Target.MITOCHONDRIA, new Seed(3)));
			draw(new LabelledVolume(phantom.rawVolume(), phantom.labelVolume(
				Target.MITOCHONDRIA), Target.MITOCHONDRIA), new File(args[0]));
			return;
		}
		final VolumeStores stores = new VolumeStores(List.of(new TiffStore(),
			new ChunkedStore()));
		try (EmVolume raw = stores.open(args[1]);
				EmVolume labels = stores.open(args[2]))
		{
			draw(new LabelledVolume(raw, labels, Target.MITOCHONDRIA), new File(
				args[0]));
		}
	}

	private static void draw(final LabelledVolume volume, final File file)
		throws IOException
	{
		final int width = WINDOW.z() * (WINDOW.x() + GAP) + 3 * GAP;
		final int height = WINDOW.y() + TITLE + GAP;
		final int rows = (ROWS.size() + COLUMNS - 1) / COLUMNS;
		final BufferedImage picture = new BufferedImage(COLUMNS * width, rows *
			height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
		g.setColor(Color.BLACK);
		final Box at = richest(volume);
		for (int i = 0; i < ROWS.size(); i++) {
			final int x = i / rows * width;
			final int y = i % rows * height;
			g.drawString(ROWS.get(i), x + 1, y + TITLE - 4);
			final Sample sample = changed(volume, ROWS.get(i), at);
			for (int z = 0; z < WINDOW.z(); z++)
				section(sample, z, picture, x + z * (WINDOW.x() + GAP), y + TITLE);
		}
		g.dispose();
		ImageIO.write(picture, "png", file);
	}

	/** Of windows anywhere the one with the most foreground. */
	private static Box richest(final LabelledVolume volume) {
		final Box region = volume.region().grow(-40, -40, -2);
		Box best = WINDOW.centredOn(region);
		int most = -1;
		for (long x = region.xMin(); x + WINDOW.x() <= region.xMax(); x += 32)
			for (long y = region.yMin(); y + WINDOW.y() <= region.yMax(); y += 32) {
				final Box box = WINDOW.at(x, y, region.zMin());
				final int foreground = TargetCodes.countForeground(Mirror.read(volume
					.codes(), volume.region(), box));
				if (foreground <= most) continue;
				most = foreground;
				best = box;
			}
		return best;
	}

	/** With the first seed that does something. */
	private static Sample changed(final LabelledVolume volume,
		final String augment, final Box at)
	{
		final AugmentationSet set = AugmentationSet.parse(augment, VOXELS);
		final Sample plain = sample(volume, AugmentationSet.none(), at, 0);
		for (int seed = 1;; seed++) {
			final Sample sample = sample(volume, set, at, seed);
			if (augment.equals("none") || !Arrays.equals(sample.image(), plain
				.image())) return sample;
		}
	}

	private static Sample sample(final LabelledVolume volume,
		final AugmentationSet set, final Box at, final int n)
	{
		final Seed seed = new Seed(1).of(n);
		final Resampling resampling = set.resampling(WINDOW, volume.region(), seed);
		final Box centred = resampling.source().centredOn(at);
		final Box source = centred.translate(0, 0, at.zMin() - centred.zMin());
		final byte[] codes = resampling.labels(Mirror.read(volume.codes(), volume
			.region(), source));
		final Sample sample = new Sample(WINDOW, resampling.image(Mirror.read((box,
			target) -> volume.raw().read(0, box, target), volume.region(), source)),
			TargetCodes.channels(codes, Target.MITOCHONDRIA));
		set.change(sample, seed);
		return sample;
	}

	private static void section(final Sample sample, final int z,
		final BufferedImage picture, final int left, final int top)
	{
		final int xn = WINDOW.x();
		final int yn = WINDOW.y();
		final float[] target = sample.target();
		for (int y = 0; y < yn; y++)
			for (int x = 0; x < xn; x++) {
				final int i = (z * yn + y) * xn + x;
				final int grey = Math.round(255 * sample.image()[i]);
				final boolean edge = target[i] > 0 && (x == 0 || y == 0 || x == xn -
					1 || y == yn - 1 || target[i - 1] == 0 || target[i + 1] == 0 ||
					target[i - xn] == 0 || target[i + xn] == 0);
				picture.setRGB(left + x, top + y, edge ? 0xFFC800 : grey * 0x010101);
			}
	}
}
