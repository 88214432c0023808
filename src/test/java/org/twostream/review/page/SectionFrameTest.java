
package org.twostream.review.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.query.Place;
import org.twostream.review.Samples;
import org.twostream.review.session.ReviewScene;
import org.twostream.roi.Roi;
import org.twostream.volume.ArrayVolume;

class SectionFrameTest {

	private static final VoxelSize VOXEL = new VoxelSize(8, 4, 30);
	private static final Box VOLUME = Box.ofSize(100, 200, 40);

	private static Roi roi(final Box box, final long best) {
		final Roi r = Samples.roi(3, box);
		return new Roi(r.id(), box, r.xNm(), r.yNm(), r.zNm(), r.voxels(), 1, 1,
			best, 0, false, false, r.maskHash());
	}

	@Test
	void aShortObjectIsShownWholeWithOneSectionBeyondEachEnd() {
		final List<SectionFrame> strip = SectionFrame.strip(roi(new Box(40, 90, 5,
			50, 110, 8), 6), VOLUME, VOXEL, 0, 9);
		assertEquals(List.of(4L, 5L, 6L, 7L, 8L), strip.stream().map(
			SectionFrame::z).toList());
		assertEquals(List.of(false, false, true, false, false), strip.stream().map(
			SectionFrame::best).toList());
		// 80 nm both ways, 1.8 times: 144 nm are 18 and 36 voxels
		assertEquals(new Box(36, 82, 4, 54, 118, 5), strip.get(0).window());
	}

	@Test
	void longObjectsAreSampledFromEndToEndWithTheBestSection() {
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < 500; i++) {
			final int from = random.nextInt(0, 30);
			final int to = random.nextInt(from + 1, 41);
			final int best = random.nextInt(from, to);
			final int most = random.nextInt(3, 12);
			final List<SectionFrame> strip = SectionFrame.strip(roi(new Box(0, 180,
				from, 10, 200, to), best), VOLUME, VOXEL, 600, most);
			final List<Long> z = strip.stream().map(SectionFrame::z).toList();
			assertTrue(strip.size() <= most);
			assertEquals(z.stream().sorted().toList(), z);
			assertEquals(z.size(), new HashSet<>(z).size());
			assertEquals(Math.max(0, from - 1), z.get(0));
			assertEquals(Math.min(39, to), z.get(z.size() - 1));
			assertEquals(1, strip.stream().filter(SectionFrame::best).count());
			for (final SectionFrame f : strip) {
				assertTrue(VOLUME.contains(f.inside()) && f.window().contains(f
					.inside()));
				assertEquals(600, f.window().xSize() * VOXEL.x(), 2 * VOXEL.x());
				assertEquals(600, f.window().ySize() * VOXEL.y(), 2 * VOXEL.y());
			}
		}
	}

	@Test
	void readsTheObjectsOwnMaskAndSides() {
		final Box box = Box.ofSize(3, 1, 1);
		final SectionFrame frame = new SectionFrame(box, box, true);
		final ArrayVolume raw = ArrayVolume.of(new byte[] { 10, 20, 30 }, 3, 1, 1);
		for (final boolean polarity : new boolean[] { false, true }) {
			final ReviewScene scene = new ReviewScene(raw, Optional.empty(),
				ArrayVolume.of(new long[] { 3, 6, 5 }, 3, 1, 1), polarity, row -> {
					throw new IllegalStateException();
				}, 100, List.<Place> of(), () -> {});
			final SectionPicture picture = SectionPicture.read(scene, roi(box, 0),
				frame);
			assertEquals(List.of(10, 20, 30), list(picture.grey()));
			assertEquals(polarity ? List.of(0, 2, 1) : List.of(1, 0, 0), list(picture
				.mask()));
		}
	}

	private static List<Integer> list(final byte[] bytes) {
		return List.of((int) bytes[0], (int) bytes[1], (int) bytes[2]);
	}

	/** The outline encloses what it is of: crossing it changes the value. */
	@Test
	void outlinesLieExactlyBetweenInsideAndOutside() {
		final SplittableRandom random = new SplittableRandom(3);
		for (int n = 0; n < 200; n++) {
			final int w = random.nextInt(1, 12);
			final int h = random.nextInt(1, 12);
			final byte[] mask = new byte[w * h];
			for (int i = 0; i < mask.length; i++)
				mask[i] = (byte) random.nextInt(3);
			final boolean[][] below = new boolean[h + 1][w];
			final boolean[][] right = new boolean[h][w + 1];
			MaskEdges.forEach(mask, w, 2, (x0, y0, x1, y1) -> {
				assertTrue(x0 == x1 ^ y0 == y1);
				for (int x = x0; x < x1; x++)
					below[y0][x] ^= true;
				for (int y = y0; y < y1; y++)
					right[y][x0] ^= true;
			});
			for (int y = 0; y < h; y++) {
				boolean inside = false;
				for (int x = 0; x < w; x++) {
					inside ^= right[y][x];
					assertEquals(mask[x + w * y] == 2, inside);
				}
				assertEquals(inside, right[y][w]);
			}
			for (int x = 0; x < w; x++) {
				boolean inside = false;
				for (int y = 0; y < h; y++) {
					inside ^= below[y][x];
					assertEquals(mask[x + w * y] == 2, inside);
				}
				assertEquals(inside, below[h][x]);
			}
		}
	}
}
