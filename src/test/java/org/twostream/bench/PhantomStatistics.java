
package org.twostream.bench;

import java.awt.image.Raster;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.phantom.Phantom;
import org.twostream.phantom.PhantomSettings;

/**
 * Prints the statistics of the phantom at three voxel sizes beside those of any
 * 8-bit multi-page TIFFs, as rows of a Markdown table. Arguments: paths of
 * TIFFs of at least 512 x 512 x 2 voxels. Where TIFFs are given, the last two
 * columns are the range that they span, widened by the standard error of each.
 */
public final class PhantomStatistics {

	private static final String[] VOXELS = { "4.6,4.6,47.5", "8,8,30",
		"10,10,24" };
	private static final int SIZE = 1024;
	private static final int SECTIONS = 8;

	private PhantomStatistics() {}

	public static void main(final String[] arguments) throws IOException {
		final List<String> titles = new ArrayList<>();
		final List<List<double[]>> columns = new ArrayList<>();
		long seed = 1;
		final List<String> tiffs = new ArrayList<>();
		for (final String argument : arguments)
			if (argument.startsWith("seed=")) seed = Long.parseLong(argument
				.substring(5));
			else tiffs.add(argument);
		for (final String voxel : VOXELS) {
			titles.add("phantom " + voxel + " nm");
			columns.add(phantom(VoxelSize.parse(voxel), new Seed(seed)));
		}
		for (final String path : tiffs) {
			titles.add(new File(path).getParentFile().getName());
			columns.add(tiff(new File(path)));
		}
		System.out.println("| figure | " + String.join(" | ", titles) +
			" | lowest | highest |");
		System.out.println("|---" + "|---".repeat(titles.size() + 2) + "|");
		for (int figure = 0; figure < ImageStatistics.FIGURES; figure++)
			row(figure, columns);
	}

	private static void row(final int figure,
		final List<List<double[]>> columns)
	{
		final StringBuilder line = new StringBuilder("| " + ImageStatistics.name(
			figure));
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int c = 0; c < columns.size(); c++) {
			final double mean = ImageStatistics.mean(columns.get(c))[figure];
			final double error = ImageStatistics.error(columns.get(c))[figure];
			line.append(String.format(Locale.ROOT, " | %.3f ± %.3f", mean, error));
			if (c < VOXELS.length) continue;
			low = Math.min(low, mean - error);
			high = Math.max(high, mean + error);
		}
		System.out.println(line.append(String.format(Locale.ROOT,
			" | %.3f | %.3f |", low, high)));
	}

	private static List<double[]> phantom(final VoxelSize voxel,
		final Seed seed)
	{
		final Phantom phantom = new Phantom(new PhantomSettings(SIZE, SIZE,
			SECTIONS, voxel, Target.MITOCHONDRIA, seed));
		return ImageStatistics.windows(phantom.rawVolume().bytes(0, phantom.box()),
			SIZE, SIZE, SECTIONS);
	}

	private static List<double[]> tiff(final File file) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
			final ImageReader reader = ImageIO.getImageReaders(in).next();
			reader.setInput(in);
			final int n = reader.getNumImages(true);
			final int width = reader.getWidth(0);
			final int height = reader.getHeight(0);
			final byte[] voxels = new byte[width * height * n];
			for (int z = 0; z < n; z++) {
				final Raster page = reader.read(z).getRaster();
				for (int y = 0; y < height; y++)
					for (int x = 0; x < width; x++)
						voxels[(z * height + y) * width + x] = (byte) page.getSample(x, y,
							0);
			}
			reader.dispose();
			return ImageStatistics.windows(voxels, width, height, n);
		}
	}
}
