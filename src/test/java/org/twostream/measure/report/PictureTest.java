
package org.twostream.measure.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Answer;

/** Pixels of {@link Montage}, {@link SectionOverlay} and {@link LineChart}. */
class PictureTest {

	private static final int FRAME = 4;
	private static final int GAP = 8;

	private static Patch grey(final Answer answer, final int grey) {
		final byte[] image = new byte[16 * 16];
		Arrays.fill(image, (byte) grey);
		return new Patch(16, image, new byte[0], Optional.of(answer), "");
	}

	@Test
	void framesSayTheAnswerAndPatchesKeepTheirGrey() {
		final BufferedImage m = new Montage(List.of(new Montage.Group("", List.of(
			grey(Answer.TRUE, 200), grey(Answer.FALSE, 20), grey(Answer.UNSURE,
				100)))), 2).render(1);
		final int cell = 16 + 2 * FRAME + GAP;
		final int end = 16 + 2 * FRAME - 1;
		assertEquals(Palette.GREEN.getRGB(), m.getRGB(GAP + end, GAP + end));
		assertEquals(Palette.VERMILION.getRGB(), m.getRGB(GAP + cell + end, GAP +
			end));
		assertEquals(Color.WHITE.getRGB(), m.getRGB(GAP + end, GAP + cell + end));
		final int inner = end - FRAME;
		assertEquals(0xFFC8C8C8, m.getRGB(GAP + inner, GAP + inner));
		assertEquals(0xFF141414, m.getRGB(GAP + cell + inner, GAP + inner));
	}

	@Test
	void outlineIsTheInnerEdgeOfTheMask() {
		final byte[] mask = new byte[25];
		for (final int i : new int[] { 6, 7, 8, 11, 12, 13, 16, 17, 18 })
			mask[i] = 1;
		final BufferedImage p = new Patch(5, new byte[25], mask, Optional.empty(),
			"").render();
		assertEquals(0xFF000000, p.getRGB(0, 0));
		assertEquals(Palette.YELLOW.getRGB(), p.getRGB(1, 1));
		assertEquals(Palette.YELLOW.getRGB(), p.getRGB(2, 1));
		assertEquals(0xFF000000, p.getRGB(2, 2));
	}

	@Test
	void pagesKeepGroupsWholeAndInOrder() {
		final Montage.Group three = new Montage.Group("", List.of(grey(Answer.TRUE,
			1), grey(Answer.TRUE, 2), grey(Answer.TRUE, 3)));
		final List<Montage> pages = new Montage(List.of(three, three, three, three,
			three), 4).pages(7);
		assertEquals(List.of(6, 6, 3), pages.stream().map(Montage::size).toList());
		assertEquals(1, new Montage(List.of(three), 4).pages(1).size());
		assertThrows(IllegalArgumentException.class, () -> new Montage(List.of(),
			4));
	}

	@Test
	void outlinesOnASection() {
		final SectionOverlay overlay = ExampleReport.overlay(300, 200);
		final BufferedImage s = overlay.render(4, id -> id == 3 ? Palette.VERMILION
			: id == 4 ? Palette.NONE : Palette.GREEN, List.of());
		assertEquals(1200, s.getWidth());
		// Leftmost pixel of disc 1 (centre 40, 40, radius below 25).
		assertEquals(Palette.GREEN.getRGB(), s.getRGB(16 * 4, 40 * 4 + 2));
		// Where 2 and 3 touch, each has its own line.
		assertEquals(Palette.VERMILION.getRGB(), s.getRGB(141 * 4 + 1, 70 * 4 + 2));
		// The hidden object is as grey as the section.
		final int rgb = s.getRGB(230 * 4, 130 * 4);
		assertEquals(rgb >> 16 & 0xFF, rgb & 0xFF);
		// An object that the border cuts has no line along it.
		assertFalse(ExampleReport.near(s.getRGB(0, 140 * 4), Palette.GREEN));
	}

	@ParameterizedTest
	@CsvSource({ "600, 500", "500, 500", "499, 200", "99, 50", "1.9, 1",
		"0.7, 0.5", "12345, 10000" })
	void scaleBarsAreRound(final double most, final double length) {
		assertEquals(length, SectionOverlay.roundLength(most), 1e-12);
	}

	@Test
	void sectionRefusesOtherLengths() {
		assertThrows(IllegalArgumentException.class, () -> new SectionOverlay(3, 2,
			new byte[6], new long[5], 8));
	}

	private static LineChart chart(final LineChart.Scale scale,
		final LineChart.Line... lines)
	{
		return new LineChart("Title", new LineChart.Axis("x",
			LineChart.Scale.LINEAR), new LineChart.Axis("y", scale), List.of(lines));
	}

	private static long count(final BufferedImage image, final Color colour) {
		long n = 0;
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				if (image.getRGB(x, y) == colour.getRGB()) n++;
		return n;
	}

	@Test
	void linesHaveTheirColoursAndHigherValuesStandHigher() {
		final BufferedImage c = chart(LineChart.Scale.LINEAR, LineChart.Line.of(
			"low", new double[] { 1, 1, 1 }), LineChart.Line.of("high", new double[] {
				3, 3, 3 })).render(400, 300, 1);
		assertEquals(400, c.getWidth());
		assertTrue(count(c, Palette.line(0)) > 200);
		assertTrue(count(c, Palette.line(1)) > 100);
		assertTrue(topRow(c, Palette.line(1)) < topRow(c, Palette.line(0)));
	}

	private static int topRow(final BufferedImage image, final Color colour) {
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				if (image.getRGB(x, y) == colour.getRGB()) return y;
		throw new AssertionError("No such colour");
	}

	@Test
	void aBandAddsTint() {
		final double[] x = { 0, 1 };
		final double[] y = { 2, 2 };
		final LineChart.Line plain = LineChart.Line.of("a", x, y);
		final LineChart.Line band = new LineChart.Line("a", x, y, new double[] { 1,
			1 }, new double[] { 3, 3 });
		final long white = count(chart(LineChart.Scale.LINEAR, plain).render(400,
			300, 1), Color.WHITE);
		assertTrue(count(chart(LineChart.Scale.LINEAR, band).render(400, 300, 1),
			Color.WHITE) < white - 10000);
	}

	@Test
	void whatCannotBeDrawnIsLeftOut() {
		for (final LineChart.Scale scale : LineChart.Scale.values()) {
			final BufferedImage c = chart(scale, LineChart.Line.of("a", new double[] {
				Double.NaN, 0, 0.5, Double.POSITIVE_INFINITY, 0.7 }), LineChart.Line.of(
					"none", new double[] { Double.NaN }), LineChart.Line.of("a",
						new double[0])).render(400, 300, 1);
			assertTrue(count(c, Palette.line(0)) > 50, scale.name());
		}
	}

	@Test
	void looksTheSameInEveryLanguage() {
		final LineChart c = chart(LineChart.Scale.PERCENT, LineChart.Line.of("a",
			new double[] { 0.1234, 0.1246 }));
		final Locale before = Locale.getDefault();
		final BufferedImage root = c.render(400, 300, 1);
		try {
			Locale.setDefault(Locale.GERMANY);
			final BufferedImage german = c.render(400, 300, 1);
			for (int y = 0; y < 300; y++)
				for (int x = 0; x < 400; x++)
					assertEquals(root.getRGB(x, y), german.getRGB(x, y));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@ParameterizedTest
	@CsvSource({ "2000, 2000", "0.30000000000000004, 0.3", "0, 0",
		"0.794328, 0.79", "1e-7, 1E-7", "316.2, 320", "-2.5, -2.5" })
	void ticksAreShort(final double value, final String text) {
		assertEquals(text, new TickFormat(2).format(value));
	}
}
