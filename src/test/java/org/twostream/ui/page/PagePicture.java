
package org.twostream.ui.page;

import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.twostream.ui.ReviewedProject;

/**
 * Makes the pictures of the review page. Arguments: a project with at least 100
 * queries that nobody has answered, of which this answers some; the folder of
 * the pictures; optionally width and height of the window. Needs a display.
 */
public final class PagePicture {

	private PagePicture() {}

	public static void main(final String[] args) throws Exception {
		final ReviewedProject project = new ReviewedProject(Path.of(args[0]));
		final ShownPage shown = ShownPage.open(reviewer -> project.review("page",
			reviewer, "picture"));
		final RobotHand hand = new RobotHand(shown);
		final int width = args.length > 2 ? Integer.parseInt(args[2]) : 1600;
		final int height = args.length > 2 ? Integer.parseInt(args[3]) : 900;
		ShownPage.onEventThread(() -> {
			shown.frame().setBounds(0, 0, width, height);
			return null;
		});
		ShownPage.await(() -> shown.tilesShown() == shown.page().items().size());
		for (final int tile : List.of(3, 17, 21, 34, 48, 62, 75))
			hand.click(tile);
		hand.drag(85, 88);
		for (final int tile : List.of(9, 52)) {
			hand.click(tile);
			hand.click(tile);
		}
		for (int i = 0; i < 7; i++)
			hand.key(i == 0 ? KeyEvent.VK_HOME : KeyEvent.VK_RIGHT);
		hand.key(KeyEvent.VK_T);
		hand.moveTo(12);
		final File folder = new File(args[1]);
		ImageIO.write(hand.picture(), "png", new File(folder, "review-page.png"));
		hand.key(KeyEvent.VK_F1);
		ImageIO.write(hand.picture(), "png", new File(folder, "review-keys.png"));
		hand.key(KeyEvent.VK_ESCAPE);
		for (int i = 0; i < 5; i++)
			hand.key(KeyEvent.VK_DOWN);
		for (int i = 0; i < 4; i++)
			hand.key(KeyEvent.VK_LEFT);
		hand.key(KeyEvent.VK_S);
		ShownPage.await(() -> shown.page().strip().isPresent());
		ImageIO.write(hand.picture(), "png", new File(folder,
			"review-sections.png"));
		ShownPage.onEventThread(() -> {
			shown.page().finish();
			return null;
		});
		shown.awaitEnd();
		System.exit(0);
	}
}
