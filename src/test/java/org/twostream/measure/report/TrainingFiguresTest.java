
package org.twostream.measure.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.twostream.segment.HeldOutCheck;
import org.twostream.segment.LearningCurve;
import org.twostream.segment.Overlap;

class TrainingFiguresTest {

	/** Four columns: found, missed, wrong and nothing at all. */
	@Test
	void aPreviewTellsFoundMissedAndWrongApart() {
		final byte[] raw = new byte[1600];
		final byte[] probability = new byte[1600];
		final byte[] truth = new byte[1600];
		for (int i = 0; i < raw.length; i++) {
			final int column = i % 40 / 10;
			probability[i] = (byte) (column % 2 == 0 && column < 4 ? 128 : 127);
			truth[i] = (byte) (column < 2 ? 1 : 0);
		}
		final BufferedImage image = TrainingFigures.preview(
			new HeldOutCheck.Section(40, 1000, raw, probability, truth), 0.5).image();
		final int zoom = image.getWidth() / 40;
		final int[] edges = { 10 * zoom - 1, 10 * zoom, 20 * zoom };
		final int[] colours = { Palette.GREEN.getRGB(), Palette.SKY.getRGB(),
			Palette.VERMILION.getRGB() };
		for (int k = 0; k < 3; k++)
			assertEquals(colours[k], image.getRGB(edges[k], 5 * zoom), "edge " + k);
		assertEquals(0xFF000000, image.getRGB(35 * zoom, 5 * zoom));
	}

	@Test
	void aCurveNamesWhatIsKnown() {
		final LearningCurve.Point plain = new LearningCurve.Point(10, 1,
			OptionalDouble.empty());
		final LearningCurve.Point checked = new LearningCurve.Point(20, 0.5,
			OptionalDouble.of(0.6), Optional.of(new Overlap(0.5, 0.4, 0.7)));
		assertEquals("Training: loss, score 0..1 over step for loss.",
			TrainingFigures.curve(new LearningCurve(List.of(plain))).alternative());
		assertEquals("Training: loss, score 0..1 over step for loss, held-out " +
			"loss, held-out IoU, held-out VOC score.", TrainingFigures.curve(
				new LearningCurve(List.of(plain, checked))).alternative());
	}
}
