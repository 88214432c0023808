
package org.twostream.phantom;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.bench.ImageStatistics;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;

/** The phantom's grey values have the statistics of real volumes. */
class PhantomStatisticsTest {

	/**
	 * The range of each figure over two real volumes, made by
	 * {@code PhantomStatistics} (docs/results/phantom.md): serial-section TEM of
	 * Drosophila (Gerhard et al., figshare 856713) and serial block-face SEM of
	 * mouse (Haberl et al., Nature Methods 2018). Each volume's figure is taken
	 * give or take its standard error over four windows; no other tolerance.
	 */
	private static final double[][] REAL = { { 118.642, 130.122 }, { 54.550,
		60.672 }, { 0.306, 0.594 }, { 6.087, 6.497 }, { 6.204, 6.474 }, { 5.971,
			6.202 }, { 5.654, 5.965 }, { 5.390, 5.661 }, { 5.088, 5.347 }, { 4.785,
				5.027 }, { 4.474, 4.729 }, { 4.059, 4.414 }, { 3.592, 4.044 }, { 3.193,
					3.672 }, { 2.998, 3.295 }, { 2.759, 2.955 }, { 1.986, 2.820 } };

	@ParameterizedTest
	@ValueSource(strings = { "4.6,4.6,47.5", "8,8,30", "10,10,24" })
	void figuresLieBetweenThoseOfRealVolumes(final String voxel) {
		final Phantom phantom = new Phantom(new PhantomSettings(1024, 1024, 8,
			VoxelSize.parse(voxel), Target.MITOCHONDRIA, new Seed(1)));
		final double[] figures = ImageStatistics.mean(ImageStatistics.windows(
			phantom.rawVolume().bytes(0, phantom.box()), 1024, 1024, 8));
		final List<String> outside = new ArrayList<>();
		for (int i = 0; i < figures.length; i++)
			if (!(figures[i] >= REAL[i][0] && figures[i] <= REAL[i][1])) outside.add(
				ImageStatistics.name(i) + ": " + figures[i] + " not in " + REAL[i][0] +
					".." + REAL[i][1]);
		assertTrue(outside.isEmpty(), outside.toString());
	}

	@Test
	void whiteNoiseHasItsVarianceInEveryBand() {
		final java.util.SplittableRandom random = new java.util.SplittableRandom(4);
		final byte[] noise = new byte[512 * 512 * 2];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (byte) random.nextInt(256);
		final double[] figures = ImageStatistics.windows(noise, 512, 512, 2).get(0);
		final double variance = (256 * 256 - 1) / 12.0;
		assertTrue(Math.abs(figures[1] - Math.sqrt(variance)) < 0.5);
		assertTrue(Math.abs(figures[2]) < 0.01);
		// The lowest bands hold few frequencies, hence vary.
		for (int b = 6; b < ImageStatistics.BANDS; b++)
			assertTrue(Math.abs(figures[3 + b] - Math.log10(variance)) < 0.06,
				ImageStatistics.name(3 + b) + " " + figures[3 + b]);
	}
}
