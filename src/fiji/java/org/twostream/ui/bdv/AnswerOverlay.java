
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
import org.twostream.review.session.AnswerColours;
import org.twostream.review.session.MissedMark;
import org.twostream.review.session.ReviewSession;
import org.twostream.roi.Roi;

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

	private final ReviewSession session;
	private final PlaneOutlines outlines;
	private final Component window;
	private volatile long painted;

	/** @param window that is drawn on */
	AnswerOverlay(final ReviewSession session, final PlaneOutlines outlines,
		final Component window)
	{
		this.window = window;
		this.session = session;
		this.outlines = outlines;
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
		if (PlaneOutlines.scale(now) == 0) return;
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		// BigDataViewer's whole coordinates are the middles of pixels.
		g.translate(0.5, 0.5);
		final PlaneOutlines.Found found = outlines.found();
		final VoxelSize voxel = session.context().table().voxelSize();
		if (outlines.isNear(new PlaneOutlines.View(now, window.getWidth(), window
			.getHeight()))) outlines(g, now, found);
		else dots(g, now);
		for (final MissedMark missed : session.missedMarks())
			cross(g, now, missed.place(), voxel);
		g.translate(-0.5, -0.5);
		painted++;
	}

	/** Those of an earlier view move with the picture until the new are there. */
	private void outlines(final Graphics2D g, final AffineTransform3D now,
		final PlaneOutlines.Found found)
	{
		final AffineTransform3D moved = found.view().nmToScreen().inverse().copy();
		moved.preConcatenate(now);
		final AffineTransform inPlane = new AffineTransform(moved.get(0, 0), moved
			.get(1, 0), moved.get(0, 1), moved.get(1, 1), moved.get(0, 3), moved.get(
				1, 3));
		final int current = session.items().isEmpty() ? -1 : session.items().get(
			session.current()).row();
		found.byRow().forEach((row, path) -> {
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

	private void dots(final Graphics2D g, final AffineTransform3D now) {
		final double[] p = new double[3];
		final VoxelSize voxel = session.context().table().voxelSize();
		for (int row = 0; row < session.context().table().size(); row++) {
			final Roi roi = session.context().table().get(row);
			p[0] = roi.xNm();
			p[1] = roi.yNm();
			p[2] = roi.zNm();
			now.apply(p, p);
			if (!window.contains((int) p[0], (int) p[1])) continue;
			final double reach = roi.box().xSize() * voxel.x() + roi.box().ySize() *
				voxel.y() + roi.box().zSize() * voxel.z();
			if (Math.abs(p[2]) > reach / 3 * PlaneOutlines.scale(now)) continue;
			g.setColor(colour(row));
			g.fill(new Ellipse2D.Double(p[0] - DOT, p[1] - DOT, 2 * DOT, 2 * DOT));
		}
	}

	/** Fades with the distance from the plane. */
	private static void cross(final Graphics2D g, final AffineTransform3D now,
		final Find place, final VoxelSize voxel)
	{
		final double[] p = { place.x() * voxel.x(), place.y() * voxel.y(), place
			.z() * voxel.z() };
		now.apply(p, p);
		final double sections = Math.abs(p[2]) / (PlaneOutlines.scale(now) * Math
			.max(voxel.x(), voxel.z()));
		if (sections > 3) return;
		g.setStroke(THICK);
		g.setColor(new Color(AnswerColours.TRUE & 0xffffff | (int) (255 - 60 *
			sections) << 24, true));
		g.draw(new Line2D.Double(p[0] - CROSS, p[1], p[0] + CROSS, p[1]));
		g.draw(new Line2D.Double(p[0], p[1] - CROSS, p[0], p[1] + CROSS));
		g.draw(new Ellipse2D.Double(p[0] - CROSS, p[1] - CROSS, 2 * CROSS, 2 *
			CROSS));
	}
}
