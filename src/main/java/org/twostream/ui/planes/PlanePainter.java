
package org.twostream.ui.planes;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.twostream.core.Answer;
import org.twostream.review.scene.Outline;
import org.twostream.review.scene.Outlines;
import org.twostream.review.scene.PlaneAxis;
import org.twostream.review.scene.PlaneCut;
import org.twostream.review.scene.PlaneView;
import org.twostream.review.scene.SceneBlocks;
import org.twostream.review.scene.VoxelGrid;
import org.twostream.review.session.AnswerColours;
import org.twostream.review.session.MissedMark;

/** Paints planes into pictures, out of what is in memory. Thread-safe. */
final class PlanePainter {

	private static final float LINE = 2;
	private static final float[] DASHES = { 6, 4 };
	private static final float HALO = 6;
	private static final Color CROSS = new Color(0x70FFFFFF, true);
	private static final double[] BARS = { 1, 2, 5, 10 };

	private final SceneBlocks blocks;
	private final Outlines outlines;
	private final IntFunction<Optional<Answer>> answers;
	private final Supplier<List<MissedMark>> missed;

	/**
	 * @param answers by row of the ROI table
	 * @param missed objects that were marked
	 */
	PlanePainter(final SceneBlocks blocks, final Outlines outlines,
		final IntFunction<Optional<Answer>> answers,
		final Supplier<List<MissedMark>> missed)
	{
		this.blocks = blocks;
		this.outlines = outlines;
		this.answers = answers;
		this.missed = missed;
	}

	/**
	 * @param current row that is marked, -1 for none
	 * @param missing takes what should be read
	 */
	BufferedImage paint(final PlaneView view, final PlaneSettings settings,
		final int current, final SceneBlocks.Missing missing)
	{
		final BufferedImage picture = new BufferedImage(view.width(), view.height(),
			BufferedImage.TYPE_INT_RGB);
		final VoxelGrid grid = blocks.grid();
		final PlaneCut raw = blocks.raw(view, missing);
		new PlaneRaster(view, grid, settings).paint(raw, settings.alpha() == 0
			? Optional.empty() : blocks.probability(view, missing),
			((DataBufferInt) picture.getRaster().getDataBuffer()).getData());
		final Graphics2D g = picture.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL,
			RenderingHints.VALUE_STROKE_PURE);
		if (settings.outlines()) {
			outlines(g, view, current, blocks.rows(view, missing));
			missed(g, view);
		}
		marks(g, view, grid);
		g.dispose();
		return picture;
	}

	private void outlines(final Graphics2D g, final PlaneView view,
		final int current, final Optional<PlaneCut> rows)
	{
		final Map<Integer, Path2D> paths = new HashMap<>();
		final Path2D marked = new Path2D.Double();
		for (final Outline o : outlines.in(view, blocks.grid(), rows)) {
			add(paths.computeIfAbsent(AnswerColours.of(answers.apply(o.row())),
				c -> new Path2D.Double()), o);
			if (o.row() == current) add(marked, o);
		}
		final AffineTransform toScreen = new AffineTransform(view.fromVoxels(blocks
			.grid()));
		g.setColor(new Color(AnswerColours.CURRENT));
		g.setStroke(new BasicStroke(HALO, BasicStroke.CAP_BUTT,
			BasicStroke.JOIN_ROUND));
		g.draw(toScreen.createTransformedShape(marked));
		g.setStroke(new BasicStroke(LINE));
		paths.forEach((colour, path) -> {
			g.setColor(new Color(colour));
			g.draw(toScreen.createTransformedShape(path));
		});
	}

	/** Dashed, in the colour of True: somebody says that they are objects. */
	private void missed(final Graphics2D g, final PlaneView view) {
		final Path2D path = new Path2D.Double();
		for (final MissedMark mark : missed.get())
			for (final Outline o : Outlines.of(mark, view, blocks.grid()))
				add(path, o);
		g.setColor(new Color(AnswerColours.TRUE));
		g.setStroke(new BasicStroke(LINE, BasicStroke.CAP_BUTT,
			BasicStroke.JOIN_MITER, 10, DASHES, 0));
		g.draw(new AffineTransform(view.fromVoxels(blocks.grid()))
			.createTransformedShape(path));
	}

	private static void add(final Path2D path, final Outline o) {
		path.moveTo(o.right()[0], o.down()[0]);
		for (int i = 1; i < o.right().length; i++)
			path.lineTo(o.right()[i], o.down()[i]);
		path.closePath();
	}

	private static void marks(final Graphics2D g, final PlaneView view,
		final VoxelGrid grid)
	{
		final int x = view.width() / 2;
		final int y = view.height() / 2;
		g.setColor(CROSS);
		g.setStroke(new BasicStroke(1));
		for (final int sign : new int[] { -1, 1 }) {
			g.drawLine(x + sign * 12, y, x + sign * 26, y);
			g.drawLine(x, y + sign * 12, x, y + sign * 26);
		}
		final int normal = view.axis().normal();
		g.setFont(Shades.font(Font.PLAIN, 12));
		text(g, "xyz".charAt(normal) + " " + grid.nearest(normal, view.centre()
			.along(normal)) + " of " + grid.length(normal) + (view
				.axis() == PlaneAxis.XY && view.angle() != 0 ? ", turned by " + Math
					.round(view.angle()) + "°" : ""), 8, 18);
		if (view.axis() == PlaneAxis.XY) bar(g, view);
	}

	/** A scale bar of a round length, about a fifth of the width. */
	private static void bar(final Graphics2D g, final PlaneView view) {
		final double most = view.width() * 0.22 * view.nmPerPixel();
		final double power = Math.pow(10, Math.floor(Math.log10(most)));
		double nm = power;
		for (final double b : BARS)
			if (b * power <= most) nm = b * power;
		final int width = (int) Math.round(nm / view.nmPerPixel());
		g.setColor(Color.WHITE);
		g.fillRect(10, view.height() - 16, width, 4);
		text(g, nm >= 1000 ? Math.round(nm / 1000) + " µm" : nm >= 1 ? Math.round(
			nm) + " nm" : nm + " nm", 10, view.height() - 22);
	}

	private static void text(final Graphics2D g, final String text, final int x,
		final int y)
	{
		g.setColor(Color.BLACK);
		g.drawString(text, x + 1, y + 1);
		g.setColor(Shades.TEXT);
		g.drawString(text, x, y);
	}
}
