
package org.twostream.measure.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * Points of a plane by group, which differ in colour and shape. Immutable.
 *
 * @param title above the map
 * @param x axis; "" for one without numbers, which mean nothing
 * @param y axis; "" likewise
 * @param groups drawn one after the other
 */
public record PointMap(String title, String x, String y, List<Group> groups) {

	private static final int SIDE = 460;
	private static final int DENSITY = 2;
	private static final double SIZE = 3.4;
	private static final int ALPHA = 150;

	/**
	 * Points of one kind.
	 *
	 * @param name in the legend; "" where colours need none
	 * @param colour of the points
	 * @param x one per point
	 * @param y one per point
	 */
	public record Group(String name, Color colour, double[] x, double[] y) {

		/**
		 * @throws IllegalArgumentException if the lengths differ
		 */
		public Group {
			if (x.length != y.length) throw new IllegalArgumentException(x.length +
				" x and " + y.length + " y of " + name);
		}
	}

	public PointMap {
		groups = List.copyOf(groups);
	}

	/** The map as a part of a report. */
	public Figure figure(final String name, final String caption) {
		return new Figure(name, caption, title + ": " + String.join(", ", groups
			.stream().filter(PointMap::isNamed).map(g -> g.name() + " (" + g
				.x().length + ")").toList()) + ".", render(), DENSITY);
	}

	private BufferedImage render() {
		final DefaultXYDataset data = new DefaultXYDataset();
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false,
			true);
		renderer.setLegendItemLabelGenerator((set, i) -> groups.get(i).name());
		for (int g = 0; g < groups.size(); g++) {
			final Group group = groups.get(g);
			// a series each, also where several have no name
			data.addSeries(g + group.name(), new double[][] { group.x(), group.y() });
			final Color c = group.colour();
			renderer.setSeriesPaint(g, new Color(c.getRed(), c.getGreen(), c
				.getBlue(), ALPHA));
			renderer.setSeriesShape(g, g % 2 == 0 ? new Ellipse2D.Double(-SIZE / 2,
				-SIZE / 2, SIZE, SIZE) : new Rectangle2D.Double(-SIZE / 2, -SIZE / 2,
					SIZE, SIZE));
		}
		final XYPlot plot = new XYPlot(data, axis(x), axis(y), renderer);
		plot.setBackgroundPaint(Color.WHITE);
		plot.setOutlineVisible(false);
		plot.setRangeGridlinePaint(Palette.GRID);
		plot.setDomainGridlinePaint(Palette.GRID);
		final JFreeChart chart = new JFreeChart(null, null, plot, false);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setTitle(new TextTitle(title, new Font(Font.SANS_SERIF, Font.BOLD,
			15)));
		if (groups.stream().allMatch(PointMap::isNamed)) {
			final LegendTitle legend = new LegendTitle(plot);
			legend.setPosition(RectangleEdge.BOTTOM);
			legend.setItemFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
			chart.addLegend(legend);
		}
		return chart.createBufferedImage(SIDE * DENSITY, SIDE * DENSITY, SIDE, SIDE,
			null);
	}

	private static boolean isNamed(final Group group) {
		return !group.name().isEmpty();
	}

	private static NumberAxis axis(final String label) {
		final NumberAxis axis = new NumberAxis(label.isEmpty() ? null : label);
		axis.setTickLabelsVisible(!label.isEmpty());
		axis.setAutoRangeIncludesZero(false);
		axis.setNumberFormatOverride(new TickFormat(6));
		return axis;
	}
}
