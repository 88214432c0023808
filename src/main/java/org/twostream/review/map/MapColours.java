
package org.twostream.review.map;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.query.Place;
import org.twostream.review.session.AnswerColours;
import org.twostream.review.session.ReviewSession;

/** What the colours of a map tell. */
public enum MapColours {

		/** The annotator's answers, and which ROIs are asked. */
		ANSWERS("Answers"),
		/** Mask clusters, or those of the only stream. */
		CLUSTERS("Clusters"),
		/** Mean probability of the prediction inside the mask. */
		CONFIDENCE("Confidence");

	/** Not asked in this batch. */
	static final int ASIDE = 0xFF59636E;

	// Twelve hues that neighbours in the list keep apart, on a dark ground.
	private static final int[] CLUSTER = { 0xFF56B4E9, 0xFFE69F00, 0xFF00D095,
		0xFFFF7FBF, 0xFFF0E442, 0xFF4C7DFF, 0xFFFF5A1F, 0xFFB9F2A1, 0xFFB388FF,
		0xFF2FE0E0, 0xFFFFC9A3, 0xFFC0A060 };
	// From blue to yellow over pink: brighter is surer.
	private static final int[] RAMP = { 0xFF3B2FA8, 0xFF8F3FB0, 0xFFD9558F,
		0xFFF58B55, 0xFFF5E04A };

	/**
	 * A line of the legend.
	 *
	 * @param argb of its points
	 */
	public record Line(int argb, String text) {
	}

	private final String title;

	MapColours(final String title) {
		this.title = title;
	}

	/** What a button calls it. */
	public String title() {
		return title;
	}

	/** The next, round and round. */
	public MapColours next() {
		return values()[(ordinal() + 1) % values().length];
	}

	/**
	 * Opaque ARGB of an ROI.
	 *
	 * @param places of every row; may be of none
	 * @param scale of confidence
	 */
	int of(final int row, final ReviewSession session, final List<Place> places,
		final ConfidenceScale scale)
	{
		return switch (this) {
			case ANSWERS -> {
				final Optional<Answer> answer = session.answerOfRow(row);
				yield answer.isEmpty() && session.itemOf(row).isEmpty() ? ASIDE
					: AnswerColours.of(answer);
			}
			case CLUSTERS -> row < places.size() ? cluster(places.get(row)) : ASIDE;
			case CONFIDENCE -> ramp(scale.at(session.context().table().get(row)
				.meanProbability()));
		};
	}

	private static int cluster(final Place place) {
		final int c = place.outermost();
		return c < 0 ? ASIDE : CLUSTER[c % CLUSTER.length];
	}

	/** @param share 0 to 1 from end to end */
	private static int ramp(final double share) {
		final double at = share * (RAMP.length - 1);
		final int i = Math.min(RAMP.length - 2, (int) at);
		return MapRaster.mix(RAMP[i], RAMP[i + 1], at - i);
	}

	/** What stands beside the map. */
	List<Line> legend(final ConfidenceScale scale) {
		return switch (this) {
			case ANSWERS -> List.of(new Line(AnswerColours.of(Answer.TRUE), "True"),
				new Line(AnswerColours.of(Answer.FALSE), "False"), new Line(
					AnswerColours.of(Answer.UNSURE), "Unsure"), new Line(
						AnswerColours.OPEN, "asked, no answer yet"), new Line(ASIDE,
							"not asked"));
			case CLUSTERS -> List.of(new Line(CLUSTER[0],
				"a colour per mask cluster, the same again after twelve"));
			case CONFIDENCE -> List.of(new Line(ramp(1), String.format(Locale.ROOT,
				"%.3f and above: mean probability in the mask", scale.high())),
				new Line(ramp(0.5), String.format(Locale.ROOT, "%.3f", (scale.low() +
					scale.high()) / 2)), new Line(ramp(0), String.format(Locale.ROOT,
						"%.3f and below", scale.low())));
		};
	}
}
