
package org.twostream.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;

class CarryOverTest {

	private static final Box OLD = new Box(100, 100, 10, 140, 140, 20);

	private static Anchor old(final Box box) {
		return Anchor.of(Samples.roi(7, box, "0ld"), "001");
	}

	private static CarryOver carry(final RoiTable table, final Box... boxes) {
		return CarryOver.of(java.util.Arrays.stream(boxes).map(box -> Samples
			.verdict(Anchor.of(Samples.roi(box.xMin(), box, "0ld"), "001"), "Ann",
				Answer.FALSE)).toList(), table);
	}

	private static Fate fate(final RoiTable table) {
		return carry(table, OLD).fates().get(0);
	}

	@Test
	void theSameProposalCarriesEverything() {
		final Roi[] rois = IntStream.range(0, 50).mapToObj(Samples::roi).toArray(
			Roi[]::new);
		final CarryOver c = CarryOver.of(java.util.Arrays.stream(rois).map(
			roi -> Samples.verdict(Anchor.of(roi, "001"), "Ann", Answer.TRUE))
			.toList(), Samples.table(rois));
		assertEquals(50, c.count(Fate.Kind.CARRIED));
		for (int row = 0; row < 50; row++)
			assertEquals(row + 1, c.byRow().get(row).get(0).anchor().roi());
	}

	@Test
	void theSameMaskIsFoundAmongOverlappingBoxes() {
		final Fate f = fate(Samples.table(Samples.roi(1, OLD, "0ther"), Samples.roi(
			2, OLD, "0ld"), Samples.roi(3, OLD.grow(1, 1, 0), "more")));
		assertEquals(Fate.Kind.CARRIED, f.kind());
		assertEquals(List.of(1), f.rows());
	}

	@Test
	void aGrownOrShrunkenObjectIsCarried() {
		assertEquals(Fate.Kind.CARRIED, fate(Samples.table(Samples.roi(1, OLD.grow(
			3, 3, 1)))).kind());
		assertEquals(Fate.Kind.CARRIED, fate(Samples.table(Samples.roi(1, OLD.grow(
			-3, -3, -1)))).kind());
	}

	@Test
	void aThinObjectThatGrewToTwiceItsBoxIsCarriedByItsCentroid() {
		final Box thin = new Box(100, 100, 10, 140, 140, 12);
		final CarryOver c = carry(Samples.table(Samples.roi(1, new Box(96, 96, 10,
			144, 144, 13))), thin);
		assertTrue(c.count(Fate.Kind.CARRIED) == 1, c.fates().toString());
	}

	@Test
	void debrisBesideDoesNotMatter() {
		final Fate f = fate(Samples.table(Samples.roi(1, new Box(100, 100, 10, 104,
			104, 12)), Samples.roi(2, new Box(105, 100, 10, 140, 140, 20))));
		assertEquals(Fate.Kind.CARRIED, f.kind());
		assertEquals(List.of(1), f.rows());
	}

	@Test
	void aSplitObjectIsListedWithItsParts() {
		final Fate f = fate(Samples.table(Samples.roi(1, new Box(100, 100, 10, 118,
			140, 20)), Samples.roi(2, new Box(122, 100, 10, 140, 140, 20)), Samples
				.roi(3, new Box(300, 100, 10, 310, 110, 20))));
		assertEquals(Fate.Kind.SPLIT, f.kind());
		assertEquals(List.of(0, 1), f.rows());
	}

	@Test
	void mergedObjectsAreListedWithTheWhole() {
		final CarryOver c = carry(Samples.table(Samples.roi(1, new Box(100, 100, 10,
			190, 140, 20))), OLD, new Box(150, 100, 10, 190, 140, 20));
		assertEquals(2, c.count(Fate.Kind.MERGED), c.fates().toString());
		assertEquals(List.of(0), c.fates().get(1).rows());
		assertTrue(c.byRow().isEmpty());
	}

	@Test
	void ofTwoThatMeetTheOneThatIsMostOfTheWholeIsCarried() {
		final CarryOver c = carry(Samples.table(Samples.roi(1, new Box(100, 100, 10,
			160, 140, 20))), new Box(145, 100, 10, 160, 140, 20), OLD);
		assertEquals(Fate.Kind.MERGED, c.fates().get(0).kind());
		assertEquals(Fate.Kind.CARRIED, c.fates().get(1).kind());
	}

	@Test
	void twoThatFitOneEquallyWellAreNotBothCarried() {
		final CarryOver c = carry(Samples.table(Samples.roi(1, OLD)), OLD.grow(1, 1,
			0), OLD.grow(2, 2, 0));
		assertEquals(Fate.Kind.CARRIED, c.fates().get(0).kind());
		assertEquals(Fate.Kind.MERGED, c.fates().get(1).kind());
	}

	@Test
	void aSmallObjectSwallowedByALargeOneIsMerged() {
		final Fate f = fate(Samples.table(Samples.roi(1, new Box(0, 0, 0, 400, 400,
			40))));
		assertEquals(Fate.Kind.MERGED, f.kind());
		assertEquals(List.of(0), f.rows());
	}

	@Test
	void whatIsGoneIsOrphaned() {
		final Fate gone = fate(Samples.table());
		assertEquals(Fate.Kind.ORPHANED, gone.kind());
		assertEquals(Fate.Kind.ORPHANED, fate(Samples.table(Samples.roi(1, new Box(
			138, 138, 18, 200, 200, 60)))).kind());
		assertTrue(gone.rows().isEmpty());
		assertEquals(1, gone.verdicts().size(), "listed, not dropped");
	}

	@Test
	void labelsDecideBetweenTwoBoxesAlike() {
		// Two interlocking objects have nearly the same box; the label at the old
		// centroid says which it is.
		final RoiTable two = Samples.table(Samples.roi(1, OLD.translate(1, 0, 0)),
			Samples.roi(2, OLD.translate(4, 0, 0)));
		final Verdict v = Samples.verdict(old(OLD), "Ann", Answer.TRUE);
		assertEquals(List.of(0), CarryOver.of(List.of(v), two).fates().get(0)
			.rows());
		assertEquals(List.of(1), CarryOver.of(List.of(v), two, (x, y, z) -> {
			assertEquals(List.of(120L, 120L, 15L), List.of(x, y, z));
			return 2;
		}).fates().get(0).rows());
	}

	@Test
	void severalAnnotatorsAndProposalsMeetAtOneRoi() {
		final Box grown = OLD.grow(1, 1, 0);
		final Verdict ann1 = Samples.verdict(old(OLD), "Ann", Answer.TRUE);
		final Verdict bob = Samples.verdict(old(OLD), "Bob", Answer.TRUE);
		final Verdict later = Samples.verdict(Anchor.of(Samples.roi(9, grown, "n"),
			"002"), "Ann", Answer.FALSE);
		final Verdict ann2 = new Verdict("x", later.anchor(), Answer.FALSE, "",
			"Ann", Instant.EPOCH.plusSeconds(9), "", "", -1, "", Purpose.QUERY, "",
			Optional.empty());
		final CarryOver c = CarryOver.of(List.of(ann2, ann1, bob), Samples.table(
			Samples.roi(1, grown, "n")));
		assertEquals(2, c.count(Fate.Kind.CARRIED));
		assertEquals(List.of(ann2, bob), c.byRow().get(0));
	}

	@Test
	void theListNamesEveryVerdict() {
		final CarryOver c = carry(Samples.table(Samples.roi(31, new Box(100, 100,
			10, 118, 140, 20)), Samples.roi(32, new Box(122, 100, 10, 140, 140, 20))),
			OLD, new Box(900, 0, 0, 910, 9, 9));
		final var list = c.list(Samples.table(Samples.roi(31, OLD), Samples.roi(32,
			OLD)));
		assertEquals(2, list.size());
		assertEquals("split", list.get(0, "fate"));
		assertEquals("31,32", list.get(0, "new_rois"));
		assertEquals("orphaned", list.get(1, "fate"));
		assertEquals("", list.get(1, "new_rois"));
	}

	@Test
	void theIndexFindsWhatASearchOfAllFinds() {
		final SplittableRandom random = new SplittableRandom(3);
		final Roi[] rois = new Roi[400];
		for (int i = 0; i < rois.length; i++)
			rois[i] = Samples.roi(i + 1, box(random));
		final RoiTable table = Samples.table(rois);
		final BoxIndex index = new BoxIndex(table);
		for (int n = 0; n < 200; n++) {
			final Box box = box(random);
			assertEquals(IntStream.range(0, rois.length).filter(i -> !rois[i].box()
				.intersect(box).isEmpty()).boxed().toList(), index.overlapping(box));
		}
	}

	private static Box box(final SplittableRandom random) {
		final long x = random.nextLong(-300, 900);
		final long y = random.nextLong(900);
		final long z = random.nextLong(300);
		return new Box(x, y, z, x + 1 + random.nextLong(400), y + 1 + random
			.nextLong(60), z + 1 + random.nextLong(300));
	}
}
