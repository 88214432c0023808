
package org.twostream.review.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.review.Find;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.Samples;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;
import org.twostream.roi.Connectivity;
import org.twostream.roi.LabellingOptions;
import org.twostream.roi.Roi;
import org.twostream.volume.ArrayVolume;

/** A sure object, which is the only ROI, and one of probability 0.3. */
class MissedObjectsTest {

	private static final int X = 64;
	private static final int Y = 32;
	private static final int Z = 8;
	private static final Box SURE = new Box(4, 4, 1, 14, 14, 6);
	private static final Box FAINT = new Box(40, 10, 2, 50, 20, 6);

	@TempDir
	Path folder;
	private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
	private final SessionListener listener = new SessionListener() {

		@Override
		public void answered(final Set<Integer> rows) {
			heard.add("answered " + rows);
		}

		@Override
		public void missedChanged() {
			heard.add("missed");
		}

		@Override
		public void said(final String sentence) {
			heard.add(sentence);
		}

		@Override
		public void failed(final String sentence) {
			heard.add("failed " + sentence);
		}
	};

	private static ReviewScene scene(final boolean withPrediction,
		final String prediction)
	{
		final byte[] probability = new byte[X * Y * Z];
		final long[] labels = new long[X * Y * Z];
		for (int i = 0; i < labels.length; i++) {
			final boolean sure = SURE.contains(i % X, i / X % Y, i / X / Y);
			labels[i] = sure ? 1 : 0;
			probability[i] = (byte) (sure ? 230 : FAINT.contains(i % X, i / X % Y, i /
				X / Y) ? 77 : 0);
		}
		return new ReviewScene(ArrayVolume.of(new byte[X * Y * Z], X, Y, Z),
			withPrediction ? Optional.of(ArrayVolume.of(probability, X, Y, Z))
				: Optional.empty(), ArrayVolume.of(labels, X, Y, Z), false,
			row -> new byte[0], 100, List.of(), Optional.of(new ProposalSettings(
				prediction, new LabellingOptions(0.5, 100, Connectivity.TWENTY_SIX,
					Optional.empty(), 1, LabellingOptions.DEFAULT_BLOCK))), () -> {});
	}

	private ReviewSession open(final String annotator, final ReviewScene scene,
		final Roi... rois)
	{
		final ReviewSession session = ReviewSession.open(new ReviewSession.Setup(
			new ReviewContext(Samples.table(rois), "001", "002", "encoders/003"), List
				.of(new ReviewItem(0, Purpose.QUERY, 1, "")), folder, annotator),
			() -> scene);
		session.add(listener);
		return session;
	}

	private ReviewSession open(final String annotator) {
		return open(annotator, scene(true, "004"), Samples.roi(1, SURE));
	}

	private String next() throws InterruptedException {
		return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
	}

	@Test
	void anObjectBelowTheThresholdIsJournalledAndDrawn() throws Exception {
		try (ReviewSession session = open("ann")) {
			ReviewSession.await(session.markMissed(45, 15, 3));
			assertEquals("missed", next());
			final MissedMark mark = session.missedMarks().get(0);
			assertEquals(FAINT, mark.box());
			final byte[] section = mark.mask(new Box(38, 8, 5, 53, 21, 7));
			for (int i = 0; i < section.length; i++)
				assertEquals(FAINT.contains(38 + i % 15, 8 + i / 15 % 13, 5 + i / 15 /
					13) ? 1 : 0, section[i]);
			final Verdict v = Verdicts.read(folder).current().get(0);
			assertEquals(List.of(mark.verdict()), session.missed());
			assertEquals(mark.verdict(), v);
			assertEquals(new Find(45, 15, 3, "004", 0.3), mark.place());
			assertEquals(List.of(Purpose.MISSED, Answer.TRUE, "002", "encoders/003",
				"001"), List.of(v.purpose(), v.answer(), v.batch(), v.model(), v
					.anchor().proposal()));
			assertEquals(0, session.counts().answered());

			// Another voxel of the same object.
			ReviewSession.await(session.markMissed(41, 11, 2));
			assertEquals("You marked this missed object before.", next());
			assertEquals(1, Verdicts.read(folder).events().size());

			ReviewSession.await(session.undo());
			assertEquals("missed", next());
			assertEquals(List.of(), session.missedMarks());
			ReviewSession.await(session.redo());
			assertEquals("missed", next());
			assertEquals(FAINT.voxels(), session.missedMarks().get(0).mask().get()
				.voxels());
		}
	}

	@Test
	void masksOfEarlierMarksAreMadeAgainAside() throws Exception {
		try (ReviewSession session = open("ann")) {
			ReviewSession.await(session.markMissed(45, 15, 3));
		}
		heard.clear();
		try (ReviewSession session = open("bob")) {
			final MissedMark first = session.missedMarks().get(0);
			assertEquals(List.of("ann", FAINT), List.of(first.annotator(), first
				.box()));
			assertEquals("missed", next());
			final MissedMark mark = session.missedMarks().get(0);
			assertEquals(FAINT, mark.mask().get().box());
			// What another annotator marked can be marked as well.
			ReviewSession.await(session.markMissed(45, 15, 3));
			assertEquals("missed", next());
			assertEquals(2, session.missedMarks().size());
		}
		heard.clear();
		// Of another prediction only the place is known.
		try (ReviewSession session = open("cid", scene(true, "005"), Samples.roi(1,
			SURE)))
		{
			assertEquals(2, session.missedMarks().size());
			assertEquals(List.of("missed", "missed"), List.of(next(), next()));
			assertEquals(Optional.empty(), session.missedMarks().get(1).mask());
			final byte[] place = session.missedMarks().get(1).mask(new Box(44, 15, 2,
				47, 17, 4));
			assertArrayEquals(new byte[] { 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 },
				place);
		}
	}

	@Test
	void whereThereIsNothingABarePointRemains() throws Exception {
		try (ReviewSession session = open("ann")) {
			ReviewSession.await(session.markMissed(30, 29, 7));
			assertTrue(session.missedMarks().get(0).place().isPoint());
			assertEquals(new Box(30, 29, 7, 31, 30, 8), session.missedMarks().get(0)
				.box());
		}
		try (ReviewSession session = open("bob", scene(false, ""), Samples.roi(1,
			SURE)))
		{
			ReviewSession.await(session.markMissed(45, 15, 3));
			assertTrue(session.missedMarks().get(1).place().isPoint());
			assertThrows(UserError.class, () -> ReviewSession.await(session
				.markMissed(64, 0, 0)));
		}
	}

	@Test
	void inAnRoiThatIsAnsweredTrueAndSaid() throws Exception {
		for (final boolean withPrediction : new boolean[] { true, false })
			try (ReviewSession session = open("ann" + withPrediction, scene(
				withPrediction, "004"), Samples.roi(1, SURE)))
			{
				ReviewSession.await(session.markMissed(5, 5, 5));
				assertEquals("answered [0]", next());
				assertEquals("ROI 1 is there already; it is answered True.", next());
				assertEquals(Optional.of(Answer.TRUE), session.answer(0));
				assertEquals(List.of(), session.missed());
			}
	}

	@Test
	void whatALaterProposalHasIsThatRoiAndNoLongerMissed() throws Exception {
		try (ReviewSession session = open("ann")) {
			ReviewSession.await(session.markMissed(45, 15, 3));
			ReviewSession.await(session.markMissed(30, 29, 7));
		}
		try (ReviewSession session = open("ann", scene(true, "004"), Samples.roi(1,
			SURE), Samples.roi(2, FAINT.grow(0, 1, 1))))
		{
			assertEquals(Optional.of(Answer.TRUE), session.answerOfRow(1));
			assertEquals(1, session.missed().size());
		}
		heard.clear();
		// A bare point that an ROI holds now.
		final ReviewScene later = scene(true, "004");
		final long[] labels = later.labels().ids(0, Box.ofSize(X, Y, Z));
		labels[30 + X * (29 + Y * 7)] = 1;
		try (ReviewSession session = open("ann", new ReviewScene(later.raw(), later
			.probability(), ArrayVolume.of(labels, X, Y, Z), false, later.patches(),
			100, List.of(), later.proposal(), () -> {}), Samples.roi(1, SURE)))
		{
			assertEquals(2, session.missedMarks().size());
			assertEquals(List.of("missed", "missed"), List.of(next(), next()));
			assertEquals(List.of(FAINT), session.missedMarks().stream().map(
				MissedMark::box).toList());
		}
	}
}
