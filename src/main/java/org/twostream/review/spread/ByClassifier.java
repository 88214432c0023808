
package org.twostream.review.spread;

import java.util.List;
import java.util.Optional;

import org.twostream.net.Matrix;
import org.twostream.query.cluster.Workers;
import org.twostream.query.head.CalibratedHead;
import org.twostream.review.Decision;

/**
 * Decides by logistic regression on both embeddings
 * ({@link org.twostream.query.head.CalibratedHead}): every ROI's probability is
 * calibrated on answers that the fit had not seen. With fewer than two answers
 * True or two False the majority decides, and a note says so. Clusters play no
 * part, so answers of random batches spread as well.
 */
final class ByClassifier {

	private ByClassifier() {}

	static Spread spread(final Spreading s) {
		if (!CalibratedHead.enough(s.answers())) return new Spread(s.byMajority(),
			List.of("A classifier needs " + CalibratedHead.LEAST +
				" answers True and as many False; the majority of each cluster decided instead."));
		try (Workers workers = new Workers(s.threads())) {
			final Matrix z = s.features(workers);
			final Optional<CalibratedHead> head = CalibratedHead.of(z, s.answers(), s
				.seed().of("head"));
			return Spread.of(s.decided(row -> head.orElseThrow().probability(z.row(
				row)), Decision.Source.MODEL));
		}
	}
}
