
package org.twostream.ui.planes;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.review.ReviewItem;
import org.twostream.review.page.ProgressLine;
import org.twostream.review.page.QueryReasons;
import org.twostream.review.scene.JournalState;
import org.twostream.review.scene.Neighbours;
import org.twostream.review.session.AnswerColours;
import org.twostream.review.session.Counts;
import org.twostream.review.session.ReviewSession;
import org.twostream.roi.PatchFrame;
import org.twostream.roi.Roi;

/**
 * What the card beside the planes says. Made on a thread that may read.
 *
 * @param item index of the current item, -1 if there is none
 * @param lines about the review and the current item
 * @param answer to the current item
 * @param patch of the current item, with the mask's outline; empty if it cannot
 *          be read
 * @param neighbours the nearest of its cluster
 * @param clusterSize ROIs of its cluster
 * @param journal where answers go
 */
record PlanesCard(int item, List<String> lines, Optional<Answer> answer,
		Optional<BufferedImage> patch, List<Tile> neighbours, int clusterSize,
		JournalState journal) {

	private static final int MOST = 6;

	/** A neighbour and its patch. */
	record Tile(Neighbours.Neighbour neighbour, long id,
			Optional<BufferedImage> patch) {
	}

	static PlanesCard of(final ReviewSession session, final Neighbours neighbours,
		final QueryReasons reasons)
	{
		final JournalState journal = JournalState.of(session.journalPath(), ZoneId
			.systemDefault());
		final List<String> lines = new ArrayList<>(progress(session));
		if (session.items().isEmpty()) return new PlanesCard(-1, lines, Optional
			.empty(), Optional.empty(), List.of(), 0, journal);
		final int item = session.current();
		final ReviewItem current = session.items().get(item);
		final Roi roi = session.context().table().get(current.row());
		lines.add("");
		lines.add("Query " + (item + 1) + " of " + session.items().size() +
			": ROI " + roi.id());
		lines.add(reasons.of(current));
		lines.add(String.format(Locale.ROOT,
			"%,d voxels, probability %.2f (at most %.2f)", roi.voxels(), roi
				.meanProbability(), roi.maxProbability()));
		final List<Tile> tiles = neighbours.of(current.row(), MOST, session)
			.stream().map(n -> new Tile(n, session.context().table().get(n.row())
				.id(), patch(session, n.row(), n.answer()))).toList();
		return new PlanesCard(item, lines, session.answer(item), patch(session,
			current.row(), session.answer(item)), tiles, neighbours.size(current
				.row()), journal);
	}

	private static List<String> progress(final ReviewSession session) {
		final Counts c = session.counts();
		return List.of(ProgressLine.of(c, session.pace()), c.saidTrue() +
			" True, " + c.saidFalse() + " False, " + c.unsure() + " Unsure");
	}

	// The card does without a patch that is damaged: planes and answers go on.
	private static Optional<BufferedImage> patch(final ReviewSession session,
		final int row, final Optional<Answer> answer)
	{
		try {
			return Optional.of(picture(session.scene().patches().read(row), new Color(
				AnswerColours.of(answer))));
		}
		catch (final org.twostream.core.UserError e) {
			return Optional.empty();
		}
	}

	private static BufferedImage picture(final byte[] patch, final Color line) {
		final int n = PatchFrame.SIDE;
		final BufferedImage picture = new BufferedImage(n, n,
			BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < PatchFrame.PIXELS; i++)
			picture.setRGB(i % n, i / n, isEdge(patch, i) ? line.getRGB()
				: (patch[i] & 255) * 0x010101);
		return picture;
	}

	private static boolean isEdge(final byte[] patch, final int i) {
		final int n = PatchFrame.SIDE;
		final int x = i % n;
		final int y = i / n;
		final int here = patch[PatchFrame.PIXELS + i];
		return here != 0 && (x == 0 || y == 0 || x == n - 1 || y == n - 1 ||
			patch[PatchFrame.PIXELS + i - 1] != here || patch[PatchFrame.PIXELS + i +
				1] != here || patch[PatchFrame.PIXELS + i - n] != here ||
			patch[PatchFrame.PIXELS + i + n] != here);
	}
}
