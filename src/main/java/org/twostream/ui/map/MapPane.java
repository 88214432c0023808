
package org.twostream.ui.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

import org.twostream.review.map.Lasso;
import org.twostream.review.map.MapColours;
import org.twostream.review.map.MapView;
import org.twostream.review.map.ReviewMap;
import org.twostream.ui.look.DrawnPane;
import org.twostream.ui.look.Look;

/** The points, the rings around some of them, the lasso and the legend. */
@SuppressWarnings("serial")
final class MapPane extends DrawnPane {

	private static final int EDGE = 16;
	private static final int LINE = 20;
	private static final double RING = 8;

	private final transient ReviewMap map;
	private transient Optional<Lasso> lasso = Optional.empty();

	MapPane(final ReviewMap map) {
		super("map", "Every ROI as a point, near those that look like it");
		this.map = map;
	}

	/** Shows a line that is being drawn, or none. */
	void show(final Optional<Lasso> line) {
		lasso = line;
		repaint();
	}

	@Override
	protected void draw(final Graphics2D g) {
		map.resize(getWidth(), getHeight());
		map.pixels().ifPresent(pixels -> points(g, pixels, map.view().get()));
		map.pointed().ifPresent(row -> ring(g, row, Look.TEXT, 1.6f));
		map.current().ifPresent(row -> ring(g, row, Look.CURSOR, 2.6f));
		lasso.ifPresent(l -> line(g, l));
		if (map.map().isPresent()) legend(g, map.legend());
	}

	private static void points(final Graphics2D g, final int[] pixels,
		final MapView view)
	{
		final BufferedImage image = new BufferedImage(view.width(), view.height(),
			BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, view.width(), view.height(), pixels, 0, view.width());
		g.drawImage(image, 0, 0, null);
	}

	private void ring(final Graphics2D g, final int row, final Color colour,
		final float width)
	{
		map.place(row).ifPresent(at -> {
			final Ellipse2D circle = new Ellipse2D.Double(at[0] - RING, at[1] - RING,
				2 * RING, 2 * RING);
			g.setColor(Look.GROUND);
			g.setStroke(new BasicStroke(width + 2.4f));
			g.draw(circle);
			g.setColor(colour);
			g.setStroke(new BasicStroke(width));
			g.draw(circle);
		});
	}

	private static void line(final Graphics2D g, final Lasso lasso) {
		final Path2D path = new Path2D.Double();
		for (final double[] corner : lasso.corners())
			if (path.getCurrentPoint() == null) path.moveTo(corner[0], corner[1]);
			else path.lineTo(corner[0], corner[1]);
		if (path.getCurrentPoint() == null) return;
		path.closePath();
		g.setColor(new Color(255, 255, 255, 28));
		g.fill(path);
		g.setColor(Look.TEXT);
		g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND,
			BasicStroke.JOIN_ROUND, 1, new float[] { 6, 4 }, 0));
		g.draw(path);
	}

	private static void legend(final Graphics2D g,
		final List<MapColours.Line> lines)
	{
		g.setFont(Look.font(Font.PLAIN, 13));
		int y = EDGE + 6;
		for (final MapColours.Line line : lines) {
			g.setColor(new Color(line.argb()));
			g.fill(new Ellipse2D.Double(EDGE, y - 9, 10, 10));
			g.setColor(Look.TEXT);
			g.drawString(line.text(), EDGE + 18, y);
			y += LINE;
		}
	}
}
