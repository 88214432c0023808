
package org.twostream.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

	@ParameterizedTest
	@ValueSource(strings = { "0,8,30", "8,8", "8,8,NaN", "a,b,c", "8,8,-1",
		"8,8,Infinity", "" })
	void badVoxelSizesAreRefusedWithTheValueFound(final String text) {
		final UserError e = assertThrows(UserError.class, () -> VoxelSize.parse(
			text));
		assertTrue(e.getMessage().contains("voxel_nm=x,y,z") || e.getMessage()
			.contains("give x,y,z"), e.getMessage());
	}

	@Test
	void voxelSizeReadsWhatItWrites() {
		final VoxelSize size = new VoxelSize(4.6, 4.6, 50);
		assertEquals("4.6,4.6,50", size.text());
		assertEquals(size, VoxelSize.parse(size.text()));
	}

	@Test
	void boxesMeetInTheirCommonVoxels() {
		final Box a = Box.ofSize(10, 10, 10);
		final Box b = new Box(5, 6, 7, 15, 16, 17);
		assertEquals(new Box(5, 6, 7, 10, 10, 10), a.intersect(b));
		assertEquals(5 * 4 * 3, a.intersect(b).voxels());
		assertTrue(a.intersect(new Box(20, 0, 0, 30, 1, 1)).isEmpty());
		assertTrue(a.contains(9, 9, 9));
		assertFalse(a.contains(10, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> new Box(1, 0, 0, 0, 1,
			1));
		assertThrows(IllegalArgumentException.class, () -> Box.ofSize(2048, 2048,
			1024).arrayLength());
	}

	@Test
	void seedsOfDifferentPurposesDiffer() {
		final Set<Long> seen = new HashSet<>();
		for (long s = 0; s < 50; s++) {
			final Seed seed = new Seed(s);
			for (final String purpose : new String[] { "a", "b", "ab", "ba" })
				assertTrue(seen.add(seed.of(purpose).random().nextLong()));
			for (long n = 0; n < 20; n++)
				assertTrue(seen.add(seed.of(n).random().nextLong()));
		}
		assertEquals(new Seed(3).of("a").of(7), new Seed(3).of("a").of(7));
		assertNotEquals(new Seed(3).of(7).of("a"), new Seed(3).of("a").of(7));
	}

	@Test
	void partsOfProgressStayInTheirPlace() {
		final double[] got = new double[1];
		final Progress whole = new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				got[0] = fraction;
			}

			@Override
			public boolean cancelled() {
				return true;
			}
		};
		whole.part(0.5, 1).part(0, 0.5).report(0.5, "");
		assertEquals(0.625, got[0], 1e-12);
		assertThrows(Cancelled.class, () -> whole.part(0, 1).check());
	}

	@Test
	void answersReadWhatTheyWrite() {
		for (final Answer a : Answer.values())
			assertEquals(a, Answer.parse(a.text()));
		assertThrows(UserError.class, () -> Answer.parse("maybe"));
		for (final Target t : Target.values())
			assertEquals(t, Target.parse(t.text()));
		assertThrows(UserError.class, () -> Target.parse("nuclei"));
	}
}
