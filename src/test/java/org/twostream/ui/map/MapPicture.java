
package org.twostream.ui.map;

import java.awt.Point;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.twostream.ui.ReviewedProject;
import org.twostream.ui.page.ShownPage;

/**
 * Makes the picture of the map window. Arguments: a project with queries and a
 * map, of which this chooses some; the picture. Needs a display.
 */
public final class MapPicture {

	private MapPicture() {}

	public static void main(final String[] args) throws Exception {
		final ReviewedProject project = new ReviewedProject(Path.of(args[0]));
		final ShownMap shown = ShownMap.open(reviewer -> project.review("map",
			reviewer, "picture"));
		ShownPage.onEventThread(() -> {
			shown.frame().setBounds(0, 0, 1180, 800);
			return null;
		});
		final File file = new File(args[1]);
		for (int i = 0; i < 2; i++)
			shown.key(KeyEvent.VK_N);
		final List<Point> line = new ArrayList<>();
		for (int i = 0; i <= 26; i++)
			line.add(new Point((int) (600 + 120 * Math.cos(i * 0.22)), (int) (520 +
				100 * Math.sin(i * 0.22))));
		shown.hold(line);
		ImageIO.write(shown.picture(), "png", file);
		if (args.length > 2) {
			shown.release();
			ImageIO.write(shown.picture(), "png", new File(args[2] + "-chosen.png"));
			shown.key(KeyEvent.VK_ESCAPE);
			for (final String colours : List.of("clusters", "confidence")) {
				shown.key(KeyEvent.VK_C);
				ImageIO.write(shown.picture(), "png", new File(args[2] + "-" + colours +
					".png"));
			}
		}
		System.exit(0);
	}
}
