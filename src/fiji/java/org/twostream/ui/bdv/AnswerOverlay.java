
package org.twostream.ui.bdv;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

import net.imglib2.realtransform.AffineTransform3D;

import org.twostream.core.VoxelSize;
import org.twostream.review.Find;
import org.twostream.review.scene.Point;
import org.twostream.review.scene.Pose;
import org.twostream.review.scene.RoiDots;
import org.twostream.review.scene.ScreenOutlines;
import org.twostream.review.scene.ScreenView;
import org.twostream.review.session.AnswerColours;
import org.twostream.review.session.MissedMark;
import org.twostream.review.session.ReviewSession;

import bdv.util.BdvOverlay;

/**
 * Draws the outlines in the colours of their answers, the query in a frame of
 * its own colour, and missed objects dashed, with a cross at the place that was
 * marked. Where the view shows too much for outlines, ROIs are dots.
 */
final class AnswerOverlay extends BdvOverlay {

	private static final BasicStroke THIN = new BasicStroke(1.25f);
	private static final BasicStroke THICK = new BasicStroke(2.25f);
	private static final BasicStroke FRAME = new BasicStroke(5.5f);
	private static final BasicStroke DASHED = new BasicStroke(2.25f,
		BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] { 6, 4 }, 0);
	private static final int CROSS = 9;
	private static final double DOT = 3.5;
	/** Sections from the plane beyond which a cross is not seen. */
	private static final int FARTHEST = 3;

	private final ReviewSession session;
	private final ScreenOutlines outlines;
	private final Component window;
	private OutlinePaths paths;
	private volatile long painted;

	/** @param window that is drawn on */
	AnswerOverlay(final ReviewSession session, final ScreenOutlines outlines,
		final Component window)
	{
		this.window = window;
		this.session = session;
		this.outlines = outlines;
		paths = OutlinePaths.of(outlines.found());
	}

	/** How many times it was drawn. */
	long painted() {
		return painted;
	}

	@Override
	protected void draw(final Graphics2D g) {
		final AffineTransform3D now = new AffineTransform3D();
		getCurrentTransform3D(now);
		// nothing was rendered yet
		if (now.get(0, 0) == 0 && now.get(1, 0) == 0 && now.get(2, 0) == 0) return;
		final ScreenView view = new ScreenView(Pose.of(now.getRowPackedCopy(),
			window.getWidth(), window.getHeight()), window.getWidth(), window
				.getHeight());
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		// BigDataViewer's whole coordinates are the middles of pixels.
		g.translate(0.5, 0.5);
		if (outlines.isNear(view)) outlines(g, view);
		else dots(g, view);
		for (final MissedMark missed : session.missedMarks())
			cross(g, view, missed.place());
		g.translate(-0.5, -0.5);
		painted++;
	}

	/** Those of an earlier view move with the picture until the new are there. */
	private void outlines(final Graphics2D g, final ScreenView now) {
		final ScreenOutlines.Found found = outlines.found();
		if (paths.found() != found) paths = OutlinePaths.of(found);
		final AffineTransform inPlane = new AffineTransform(found.view().onto(now));
		final int current = session.items().isEmpty() ? -1 : session.items().get(
			session.current()).row();
		paths.byRow().forEach((row, path) -> {
			final Path2D drawn = new Path2D.Float(path, inPlane);
			if (row >= outlines.firstMark()) {
				g.setStroke(DASHED);
				g.setColor(new Color(AnswerColours.TRUE));
				g.draw(drawn);
				return;
			}
			if (row == current) {
				g.setStroke(FRAME);
				g.setColor(new Color(AnswerColours.CURRENT));
				g.draw(drawn);
			}
			final boolean asked = session.itemOf(row).isPresent() || row == current;
			g.setStroke(asked ? THICK : THIN);
			g.setColor(colour(row));
			g.draw(drawn);
		});
	}

	private Color colour(final int row) {
		return new Color(AnswerColours.of(session.answerOfRow(row)));
	}

	private void dots(final Graphics2D g, final ScreenView now) {
		for (final RoiDots.Dot d : RoiDots.in(now, session.context().table())) {
			g.setColor(colour(d.row()));
			g.fill(new Ellipse2D.Double(d.right() - DOT, d.down() - DOT, 2 * DOT, 2 *
				DOT));
		}
	}

	/** Fades with the distance from the plane. */
	private void cross(final Graphics2D g, final ScreenView now,
		final Find place)
	{
		final VoxelSize voxel = session.context().table().voxelSize();
		final Point p = now.pixel(new Point(place.x() * voxel.x(), place.y() * voxel
			.y(), place.z() * voxel.z()));
		final double sections = Math.abs(p.z()) * now.pose().nmPerPixel() / Math
			.max(voxel.x(), voxel.z());
		if (sections > FARTHEST) return;
		g.setStroke(THICK);
		g.setColor(new Color(AnswerColours.TRUE & 0xffffff | (int) (255 - 60 *
			sections) << 24, true));
		g.draw(new Line2D.Double(p.x() - CROSS, p.y(), p.x() + CROSS, p.y()));
		g.draw(new Line2D.Double(p.x(), p.y() - CROSS, p.x(), p.y() + CROSS));
		g.draw(new Ellipse2D.Double(p.x() - CROSS, p.y() - CROSS, 2 * CROSS, 2 *
			CROSS));
	}
}
