
package org.twostream.ui.planes;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.twostream.core.Answer;
import org.twostream.core.VoxelSize;
import org.twostream.review.scene.Point;
import org.twostream.review.session.ReviewSession;
import org.twostream.roi.Roi;
import org.twostream.ui.ReviewedProject;
import org.twostream.volume.VolumeInfo;

/**
 * Makes the picture of the three planes. Arguments: a project with queries, of
 * which some are answered by this; the picture; optionally that of the list of
 * keys. Needs a display.
 */
public final class PlanesPicture {

	private PlanesPicture() {}

	public static void main(final String[] args) throws Exception {
		final ReviewedProject project = new ReviewedProject(Path.of(args[0]));
		project.review("planes", (session, progress) -> answer(session), "ann");
		project.review("planes", (session, progress) -> {
			try {
				paint(session, args);
			}
			catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		}, "ann");
		System.exit(0);
	}

	private static void answer(final ReviewSession session) {
		final int middle = middle(session);
		for (int i = 0; i < session.items().size(); i++)
			if (i % 5 != 4 && i != middle) ReviewSession.await(session.answer(List.of(
				i), i % 13 == 5 ? Answer.UNSURE : i % 3 == 1 ? Answer.FALSE
					: Answer.TRUE));
	}

	private static void paint(final ReviewSession session, final String[] args)
		throws Exception
	{
		final int middle = middle(session);
		final ShownPlanes shown = ShownPlanes.of(session);
		ShownPlanes.onEventThread(() -> {
			shown.window().frame().setBounds(0, 0, 1160, 780);
			return null;
		});
		session.select(middle);
		shown.awaitView(session.current());
		IntStream.range(0, 5).forEach(i -> shown.key(KeyEvent.VK_MINUS));
		ShownPlanes.await("all is painted", () -> ShownPlanes.onEventThread(shown
			.control()::isComplete));
		Thread.sleep(500);
		write(shown, args[1]);
		if (args.length > 2) {
			shown.key(KeyEvent.VK_F1);
			write(shown, args[2]);
		}
		shown.done();
	}

	/** The item nearest to the middle of the volume. */
	private static int middle(final ReviewSession session) {
		final VolumeInfo v = session.scene().raw().info();
		final VoxelSize nm = session.context().table().voxelSize();
		final Point middle = new Point(v.xSize() * nm.x() / 2, v.ySize() * nm.y() /
			2, v.zSize() * nm.z() / 2);
		return IntStream.range(0, session.items().size()).boxed().min(Comparator
			.comparingDouble(i -> {
				final Roi roi = session.context().table().get(session.items().get(i)
					.row());
				return new Point(roi.xNm(), roi.yNm(), roi.zNm()).minus(middle)
					.length();
			})).orElseThrow();
	}

	private static void write(final ShownPlanes shown, final String file)
		throws Exception
	{
		final Rectangle window = ShownPlanes.onEventThread(() -> new Rectangle(shown
			.window().frame().getLocationOnScreen(), shown.window().frame()
				.getSize()));
		shown.robot().waitForIdle();
		ImageIO.write(shown.robot().createScreenCapture(window), "png", new File(
			file));
	}
}
