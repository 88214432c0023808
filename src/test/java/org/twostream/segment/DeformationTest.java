
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.volume.PixelType;

/** What moves voxels: margins, alignment of image and labels, the sections. */
class DeformationTest {

	private static final WindowSize WINDOW = new WindowSize(64, 48, 6);
	private static final VoxelSize FLAT = new VoxelSize(8, 8, 30);

	/** Looks a window up in a source whose voxels say where they lie. */
	private static byte[] lookUp(final Resampling r, final int axis) {
		final WindowSize s = r.source();
		final byte[] voxels = new byte[s.voxels()];
		for (int i = 0; i < voxels.length; i++)
			voxels[i] = (byte) (axis == 0 ? i % s.x() : axis == 1 ? i / s.x() % s.y()
				: i / s.x() / s.y());
		return r.labels(voxels);
	}

	private static Resampling drawn(final String names, final long n) {
		return AugmentationSet.parse(names, FLAT).resampling(WINDOW, Box.ofSize(500,
			500, 30), new Seed(n));
	}

	@Test
	void nothingIsReadThatIsNotNeeded() {
		final String all = "rescale,elastic,coarse-elastic,misalignment," +
			"missing-section";
		int wider = 0;
		for (int n = 0; n < 300; n++) {
			final Resampling r = drawn(all, n);
			final WindowSize s = r.source();
			final int[] edges = { s.x(), s.y(), s.z() };
			for (int axis = 0; axis < 3; axis++) {
				final Set<Integer> seen = new HashSet<>();
				for (final byte at : lookUp(r, axis))
					seen.add(at & 0xFF);
				// A border that only has a weight in between is a label to nobody.
				final int slack = axis == 2 || r.straight() ? 0 : 1;
				assertTrue(seen.contains(0) || seen.contains(slack), n + " " + axis);
				assertTrue(seen.contains(edges[axis] - 1) || seen.contains(edges[axis] -
					1 - slack), n + " " + axis);
			}
			if (s.x() > 1.25 * WINDOW.x()) wider++;
			assertTrue(s.x() < 1.25 * WINDOW.x() + 60 && s.z() <= 8, s.text());
		}
		assertTrue(wider > 20, wider + " of 300");
	}

	@Test
	void imageAndLabelsStayTogether() {
		// The image is its labels, with objects much larger than a voxel.
		final MemoryVolume both = MemoryVolume.of(160, 150, 12, 1, PixelType.UINT8,
			32).fill(0, (x, y, z) -> (x / 14 + y / 17 + z / 3) % 2 == 0 ? 255 : 0);
		final TrainingSet set = new TrainingSet(List.of(new LabelledVolume(both,
			both, Target.MITOCHONDRIA)), Sampling.of(Target.MITOCHONDRIA,
				new WindowSize(64, 64, 6), 1, AugmentationSet.parse(
					"flips,rotation,rescale,elastic,coarse-elastic,misalignment," +
						"missing-section", new VoxelSize(8, 8, 8))), new Seed(1),
			Progress.NONE);
		int between = 0;
		for (int n = 0; n < 60; n++) {
			final Sample sample = set.sample(n);
			for (int i = 0; i < sample.image().length; i++) {
				// The nearest of four voxels has a quarter of the say at least.
				assertTrue(Math.abs(sample.image()[i] - sample.target()[i]) <= 0.7501,
					n + " " + i);
				if (sample.image()[i] != sample.target()[i]) between++;
			}
		}
		assertTrue(between > 0);
	}

	@Test
	void theElasticFieldIsTheSameForAllSectionsAndSmall() {
		double sum = 0;
		int count = 0;
		for (int n = 0; n < 40; n++) {
			final Resampling r = drawn("elastic", n);
			final byte[] x = lookUp(r, 0);
			final byte[] y = lookUp(r, 1);
			final int area = WINDOW.x() * WINDOW.y();
			for (int i = area; i < x.length; i++)
				assertTrue(x[i] == x[i - area] && y[i] == y[i - area]);
			if (r.straight()) continue;
			// Mean shift is near 0, so the margin is where the window starts.
			double mean = 0;
			for (int i = 0; i < area; i++)
				mean += x[i] - i % WINDOW.x();
			mean /= area;
			for (int i = 0; i < area; i++) {
				sum += Math.pow(x[i] - i % WINDOW.x() - mean, 2);
				count++;
			}
		}
		// Rounding adds 1/12; 16 / sqrt(3) / (2 sqrt(pi) 4) = 0.65
		assertEquals(0.65 * 0.65 + 1 / 12.0, sum / count, 0.05);
	}

	@Test
	void misalignedSectionsAreShiftedByOneVector() {
		final Set<String> kinds = new TreeSet<>();
		for (int n = 0; n < 400; n++) {
			final Deformation d = new Deformation(WINDOW, 0);
			new Misalignment().deform(d, new SplittableRandom(n));
			final Resampling r = d.resampling();
			if (r.straight()) continue;
			final byte[] x = lookUp(r, 0);
			final byte[] y = lookUp(r, 1);
			final int area = WINDOW.x() * WINDOW.y();
			final StringBuilder moved = new StringBuilder();
			boolean turned = false;
			for (int z = 0; z < WINDOW.z(); z++) {
				final int dx = x[z * area] - x[0];
				final int dy = y[z * area] - y[0];
				assertTrue(Math.abs(dx) <= 8 && Math.abs(dy) <= 8);
				boolean same = true;
				for (int i = 0; i < area; i++)
					same &= x[z * area + i] - x[i] == dx && y[z * area + i] - y[i] == dy;
				turned |= !same;
				moved.append(same && dx == 0 && dy == 0 ? '-' : 'm');
			}
			kinds.add(moved + (turned ? " turned" : " shifted"));
		}
		// Any inner section alone, or it and all that follow; some do not move.
		kinds.removeIf(k -> k.startsWith("------"));
		final Set<String> expected = new TreeSet<>();
		for (final String kind : List.of(" turned", " shifted"))
			for (final String moved : List.of("-m----", "--m---", "---m--", "----m-",
				"-mmmmm", "--mmmm", "---mmm", "----mm"))
				expected.add(moved + kind);
		assertEquals(expected, kinds);
	}

	@Test
	void lostSectionsAreInnerOnesAndNeverMoreThanThereAre() {
		final int[] lost = new int[8];
		for (int n = 0; n < 2000; n++) {
			final Deformation d = new Deformation(WINDOW, 5);
			new MissingSection().deform(d, new SplittableRandom(n));
			final byte[] z = lookUp(d.resampling(), 2);
			if (d.resampling().straight()) continue;
			final Set<Integer> shown = new HashSet<>();
			for (final byte k : z)
				shown.add((int) k);
			assertEquals(6, shown.size());
			for (int k = 0; k < 8; k++)
				if (!shown.contains(k)) lost[k]++;
		}
		assertEquals(0, lost[0] + lost[7]);
		// About 1000 windows lose two of six.
		for (int k = 1; k < 7; k++)
			assertEquals(1000 / 3.0, lost[k], 60);
		for (final int spare : new int[] { 0, 1 })
			for (int n = 0; n < 50; n++) {
				final Deformation d = new Deformation(WINDOW, spare);
				new MissingSection().deform(d, new SplittableRandom(n));
				assertTrue(d.resampling().source().z() <= 6 + spare);
			}
	}

	@Test
	void noReflectedVoxelIsShownWhereTheRegionHasMore() {
		// Intensity tells the place; a reflection would show steps backwards.
		final MemoryVolume raw = MemoryVolume.of(120, 40, 4, 1, PixelType.UINT8, 16)
			.fill(0, (x, y, z) -> 2 * x);
		final MemoryVolume labels = MemoryVolume.of(120, 40, 4, 1, PixelType.UINT8,
			16).fill(0, (x, y, z) -> 1);
		final TrainingSet set = new TrainingSet(List.of(new LabelledVolume(raw,
			labels, Target.CLEFT)), Sampling.of(Target.CLEFT, new WindowSize(80, 16,
				4), 1, AugmentationSet.parse("rescale,misalignment,missing-section",
					FLAT)), new Seed(1), Progress.NONE);
		float least = 1;
		float most = 0;
		for (int n = 0; n < 300; n++) {
			final float[] image = set.sample(n).image();
			for (int i = 0; i < image.length; i++) {
				if (i % 80 > 0) assertTrue(image[i] > image[i - 1], n + " " + i);
				least = Math.min(least, image[i]);
				most = Math.max(most, image[i]);
			}
		}
		// Both ends of the region are seen.
		assertEquals(0, least);
		assertEquals(238 / 255f, most, 0.001f);
	}

	@Test
	void windowsWithoutDeformationAreTakenAsTheyAre() {
		final Resampling r = drawn("flips,rotation,cut-noise", 1);
		assertTrue(r.straight());
		final byte[] voxels = new byte[WINDOW.voxels()];
		new java.util.Random(1).nextBytes(voxels);
		assertArrayEquals(voxels, r.labels(voxels));
		final float[] plain = new float[voxels.length];
		WindowModel.intensities(voxels, plain, 0);
		assertArrayEquals(plain, r.image(voxels));
	}
}
