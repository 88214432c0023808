
package org.twostream.command;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

import org.twostream.measure.report.TrainingFigures;
import org.twostream.segment.HeldOutCheck;
import org.twostream.segment.LearningCurve;
import org.twostream.segment.TrainingView;

/**
 * A window with the curve of a training and, beside it, what the network makes
 * of a held-out section; it stays when training ends.
 */
final class TrainingWindow implements TrainingView {

	private static final int SIDE = 520;
	private static final int CHART = 336;

	private final LivePicture picture = new LivePicture("TwoStream training");
	private Optional<HeldOutCheck.Section> last = Optional.empty();

	private TrainingWindow() {}

	/** A window where somebody can see it, else nothing. */
	static TrainingView ifWatched() {
		return LivePicture.watched() ? new TrainingWindow() : TrainingView.NONE;
	}

	@Override
	public void point(final LearningCurve curve,
		final Optional<HeldOutCheck.Section> section)
	{
		last = section.or(() -> last);
		if (picture.wanted()) picture.show(draw(curve, last));
	}

	static BufferedImage draw(final LearningCurve curve,
		final Optional<HeldOutCheck.Section> section)
	{
		final BufferedImage all = new BufferedImage(2 * SIDE, SIDE,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = all.createGraphics();
		try {
			g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
				RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			g.setColor(Color.WHITE);
			g.fillRect(0, 0, 2 * SIDE, SIDE);
			g.drawImage(TrainingFigures.curve(curve).image(), 0, 0, SIDE, CHART,
				null);
			section.ifPresent(s -> fit(g, TrainingFigures.preview(s, threshold(curve))
				.image()));
		}
		finally {
			g.dispose();
		}
		return all;
	}

	private static double threshold(final LearningCurve curve) {
		final List<LearningCurve.Point> checked = curve.checked();
		return checked.isEmpty() ? 0.5 : checked.get(checked.size() - 1).overlap()
			.orElseThrow().threshold();
	}

	private static void fit(final Graphics2D g, final BufferedImage picture) {
		final double scale = (double) SIDE / Math.max(picture.getWidth(), picture
			.getHeight());
		g.drawImage(picture, SIDE, 0, (int) (picture.getWidth() * scale),
			(int) (picture.getHeight() * scale), null);
	}
}
