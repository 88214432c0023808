
package org.twostream.review.export;

import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.review.Decision;
import org.twostream.review.consensus.Ruling;
import org.twostream.review.session.AnswerColours;
import org.twostream.roi.Roi;

/**
 * An ROI with what holds for it.
 *
 * @param roi as proposed
 * @param ruling of its annotators; empty if nobody answered
 * @param decision after the answers were spread; empty if they were not
 */
public record ExportedRoi(Roi roi, Optional<Ruling> ruling,
		Optional<Decision> decision) {

	/** What was decided, or else answered; empty for neither and for ties. */
	public Optional<Answer> answer() {
		return decision.map(Decision::answer).or(() -> ruling.flatMap(
			Ruling::answer));
	}

	/** As windows draw it: {@code #rrggbb}. */
	String colour() {
		return String.format("#%06x", AnswerColours.of(answer()) & 0xffffff);
	}

	String answerText() {
		return answer().map(Answer::text).orElse(ruling.isPresent() ? "tie" : "");
	}

	/** That it is a real object, 0..1; NaN where nothing is known. */
	double probability() {
		return decision.map(Decision::probability).or(() -> ruling.map(
			Ruling::probability)).orElse(Double.NaN);
	}

	/** adjudication, verdict, cluster, default, or "" where there is none. */
	String source() {
		if (ruling.isPresent() && ruling.get().adjudicated()) return "adjudication";
		return decision.map(d -> d.source().text()).orElse(ruling.isPresent()
			? Decision.Source.VERDICT.text() : "");
	}

	int votesTrue() {
		return ruling.map(Ruling::votesTrue).orElse(0);
	}

	int votesFalse() {
		return ruling.map(Ruling::votesFalse).orElse(0);
	}

	int votesUnsure() {
		return ruling.map(Ruling::votesUnsure).orElse(0);
	}
}
