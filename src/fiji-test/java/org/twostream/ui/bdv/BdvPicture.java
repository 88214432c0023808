
package org.twostream.ui.bdv;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.TreeSet;

import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;

import org.twostream.core.Answer;
import org.twostream.review.session.ReviewSession;
import org.twostream.ui.ReviewedProject;

/**
 * Makes the picture of the review in BigDataViewer. Arguments: a project with
 * queries, of which some are answered by this; the picture; the item to be
 * shown, from 0. Needs a display.
 */
public final class BdvPicture {

	private static final int ANSWERED = 24;

	private BdvPicture() {}

	public static void main(final String[] args) throws Exception {
		final ShownBdv shown = BdvRobot.open(new ReviewedProject(Path.of(args[0])),
			"picture");
		ShownBdv.onEventThread(() -> {
			SwingUtilities.getWindowAncestor(shown.viewer()).setSize(new Dimension(
				1280, 800));
			return null;
		});
		final ReviewSession session = shown.session();
		for (int i = 0; i < Math.min(ANSWERED, session.items().size() - 1); i++)
			ReviewSession.await(session.answer(java.util.List.of(i), i % 5 == 2
				? Answer.FALSE : i % 11 == 7 ? Answer.UNSURE : Answer.TRUE));
		session.select(Integer.parseInt(args[2]));
		shown.awaitCurrent();
		// what is beside it gets answers by clicks, as a person would
		ShownBdv.await("all outlines", () -> !shown.outlinesAtRest().isEmpty());
		int clicks = 0;
		for (final int row : new TreeSet<>(shown.outlinesAtRest().keySet())) {
			if (row == shown.row()) continue;
			for (int n = 0; n <= clicks % 3; n++)
				shown.click(shown.inside(row));
			clicks++;
		}
		shown.key(KeyEvent.VK_I);
		shown.move(new java.awt.Point(2, 2));
		shown.robot().delay(3000);
		ImageIO.write(shown.picture(), "png", new File(args[1]));
		shown.desk().done();
		shown.awaitEnd();
		System.exit(0);
	}
}
