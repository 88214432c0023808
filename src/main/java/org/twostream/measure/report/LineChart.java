
package org.twostream.measure.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Lines over a common x axis, with bands where there are intervals. Lines
 * differ in colour, dash and marker. Immutable.
 *
 * @param title above the chart
 * @param x axis
 * @param y axis
 * @param lines at least one
 */
public record LineChart(String title, Axis x, Axis y, List<Line> lines) {

	private static final int WIDTH = 510;
	private static final int HEIGHT = 330;
	private static final int DENSITY = 2;
	/** More points than this on a line are averaged: they cannot be seen. */
	private static final int MOST_POINTS = 600;
	private static final int MARKED_POINTS = 30;
	private static final float[][] DASHES = { null, { 8, 4 }, { 2, 3 }, { 10, 3,
		2, 3 } };

	/** How an axis is divided. */
	public enum Scale {
			/** Plain numbers. */
			LINEAR,
			/** Values 0..1 written as per cent. */
			PERCENT,
			/** Values that are not above 0 are left out. */
			LOGARITHMIC
	}

	/**
	 * @param label what it is, with its unit
	 * @param scale how it is divided
	 */
	public record Axis(String label, Scale scale) {
	}

	/**
	 * One line; a point with NaN in x or y is left out.
	 *
	 * @param name in the legend
	 * @param x in any order
	 * @param y one per x
	 * @param low lower end of the band, one per x, or empty for no band
	 * @param high upper end, as low
	 */
	public record Line(String name, double[] x, double[] y, double[] low,
			double[] high) {

		/**
		 * @throws IllegalArgumentException if the lengths do not fit
		 */
		public Line {
			if (x.length != y.length || low.length != high.length ||
				low.length != 0 && low.length != x.length)
				throw new IllegalArgumentException("Line " + name + " has " + x.length +
					" x, " + y.length + " y, " + low.length + " low and " + high.length +
					" high values");
		}

		/** A line without a band. */
		public static Line of(final String name, final double[] x,
			final double[] y)
		{
			return new Line(name, x, y, new double[0], new double[0]);
		}

		/** A line over 1, 2, 3, ... */
		public static Line of(final String name, final double[] y) {
			final double[] x = new double[y.length];
			for (int i = 0; i < x.length; i++)
				x[i] = i + 1;
			return of(name, x, y);
		}
	}

	/**
	 * @throws IllegalArgumentException if there is no line
	 */
	public LineChart {
		if (lines.isEmpty()) throw new IllegalArgumentException(title +
			" has no line");
		lines = List.copyOf(lines);
	}

	/** The chart as a part of a report. */
	public Figure figure(final String name, final String caption) {
		final String names = String.join(", ", lines.stream().map(Line::name)
			.toList());
		return new Figure(name, caption, title + ": " + y.label() + " over " + x
			.label() + " for " + names + ".", render(WIDTH, HEIGHT, DENSITY),
			DENSITY);
	}

	/**
	 * @param width of the page's pixels
	 * @param height of the page's pixels
	 * @param density pixels of the image per pixel of the page
	 */
	public BufferedImage render(final int width, final int height,
		final int density)
	{
		final XYPlot plot = new XYPlot(data(), axis(x), axis(y), renderer());
		plot.setBackgroundPaint(Color.WHITE);
		plot.setOutlineVisible(false);
		plot.setRangeGridlinePaint(Palette.GRID);
		plot.setRangeGridlineStroke(new BasicStroke(1));
		plot.setDomainGridlinesVisible(false);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		final JFreeChart chart = new JFreeChart(null, null, plot, false);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(10, 10, 10, 18));
		final TextTitle heading = new TextTitle(title, font(Font.BOLD, 15));
		heading.setPaint(Palette.INK);
		heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
		heading.setMargin(0, 6, 8, 0);
		chart.setTitle(heading);
		if (lines.size() > 1) chart.addLegend(legend(plot));
		return chart.createBufferedImage(width * density, height * density, width,
			height, null);
	}

	private static LegendTitle legend(final XYPlot plot) {
		final LegendTitle legend = new LegendTitle(plot);
		legend.setItemFont(font(Font.PLAIN, 13));
		legend.setItemPaint(Palette.INK);
		legend.setPosition(RectangleEdge.BOTTOM);
		legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
		legend.setMargin(6, 0, 0, 0);
		return legend;
	}

	private static Font font(final int style, final int size) {
		return new Font(Font.SANS_SERIF, style, size);
	}

	private static ValueAxis axis(final Axis axis) {
		if (axis.scale() == Scale.LOGARITHMIC) {
			final LogAxis log = new LogAxis(axis.label());
			log.setNumberFormatOverride(new TickFormat(2));
			return styled(log);
		}
		final NumberAxis number = new NumberAxis(axis.label());
		number.setAutoRangeIncludesZero(false);
		number.setNumberFormatOverride(axis.scale() == Scale.PERCENT
			? new DecimalFormat("0.## %", DecimalFormatSymbols.getInstance(
				Locale.ROOT)) : new TickFormat(6));
		return styled(number);
	}

	private static ValueAxis styled(final ValueAxis axis) {
		axis.setLabelFont(font(Font.PLAIN, 13));
		axis.setTickLabelFont(font(Font.PLAIN, 12));
		axis.setLabelPaint(Palette.INK);
		axis.setTickLabelPaint(Palette.INK);
		axis.setAxisLinePaint(Palette.INK);
		axis.setTickMarkPaint(Palette.INK);
		return axis;
	}

	private YIntervalSeriesCollection data() {
		final YIntervalSeriesCollection data = new YIntervalSeriesCollection();
		for (int n = 0; n < lines.size(); n++) {
			// The number keeps keys apart: two lines may have the same name.
			final YIntervalSeries series = new YIntervalSeries(new Key(n, lines.get(n)
				.name()));
			for (final double[] p : points(lines.get(n)))
				series.add(p[0], p[1], p[2], p[3]);
			data.addSeries(series);
		}
		return data;
	}

	private record Key(int number, String name) implements Comparable<Key> {

		@Override
		public int compareTo(final Key other) {
			return Integer.compare(number, other.number);
		}

		@Override
		public String toString() {
			return name;
		}
	}

	/** x, y, low, high of what can be drawn, at most {@link #MOST_POINTS}. */
	private List<double[]> points(final Line line) {
		final List<double[]> all = new ArrayList<>();
		for (int i = 0; i < line.x().length; i++) {
			final double[] p = { line.x()[i], line.y()[i], line.y()[i], line.y()[i] };
			if (line.low().length > 0 && !Double.isNaN(line.low()[i] + line
				.high()[i]))
			{
				p[2] = line.low()[i];
				p[3] = line.high()[i];
			}
			if (drawable(p[0], x) && drawable(p[1], y) && drawable(p[2], y)) all.add(
				p);
		}
		final int bin = (all.size() + MOST_POINTS - 1) / MOST_POINTS;
		if (bin <= 1) return all;
		all.sort((a, b) -> Double.compare(a[0], b[0]));
		final List<double[]> means = new ArrayList<>();
		for (int i = 0; i < all.size(); i += bin)
			means.add(mean(all.subList(i, Math.min(i + bin, all.size()))));
		return means;
	}

	private static boolean drawable(final double value, final Axis axis) {
		return Double.isFinite(value) && (axis.scale() != Scale.LOGARITHMIC ||
			value > 0);
	}

	private static double[] mean(final List<double[]> points) {
		final double[] mean = new double[4];
		for (final double[] p : points)
			for (int i = 0; i < 4; i++)
				mean[i] += p[i] / points.size();
		return mean;
	}

	private DeviationRenderer renderer() {
		final DeviationRenderer renderer = new DeviationRenderer(true, false);
		renderer.setAlpha(0.18f);
		for (int n = 0; n < lines.size(); n++) {
			final Color colour = Palette.line(n);
			renderer.setSeriesPaint(n, colour);
			renderer.setSeriesFillPaint(n, colour);
			renderer.setSeriesStroke(n, new BasicStroke(2.2f, BasicStroke.CAP_ROUND,
				BasicStroke.JOIN_ROUND, 1, DASHES[n % DASHES.length], 0));
			renderer.setSeriesShape(n, marker(n));
			renderer.setSeriesShapesVisible(n, lines.get(n)
				.x().length <= MARKED_POINTS);
		}
		renderer.setLegendLine(new java.awt.geom.Line2D.Double(-14, 0, 14, 0));
		return renderer;
	}

	private static java.awt.Shape marker(final int n) {
		switch (n % 3) {
			case 0:
				return new Ellipse2D.Double(-4, -4, 8, 8);
			case 1:
				return new Rectangle2D.Double(-3.5, -3.5, 7, 7);
			default:
				final Path2D triangle = new Path2D.Double();
				triangle.moveTo(0, -4.5);
				triangle.lineTo(4.5, 4);
				triangle.lineTo(-4.5, 4);
				triangle.closePath();
				return triangle;
		}
	}
}
