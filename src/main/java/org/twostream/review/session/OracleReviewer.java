
package org.twostream.review.session;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.review.Purpose;

/**
 * Answers from the truth what nobody has answered, and if wished as badly as
 * people do: for experiments. Which ROIs it gets wrong depends on the seed and
 * the ROI alone, not on what else is asked.
 */
public final class OracleReviewer implements Reviewer {

	/** Answers per wait for the disk. */
	private static final int GROUP = 64;

	private final IntFunction<Answer> truth;
	private final IntPredicate known;
	private final double errorRate;
	private final double unsureRate;
	private final Seed seed;

	/** Never wrong. */
	public OracleReviewer(final IntFunction<Answer> truth) {
		this(truth, row -> false);
	}

	/**
	 * Never wrong.
	 *
	 * @param known rows that others have answered and that are not asked again,
	 *          but for checks
	 */
	public OracleReviewer(final IntFunction<Answer> truth,
		final IntPredicate known)
	{
		this(truth, known, 0, 0, new Seed(1));
	}

	/**
	 * @param truth the right answer to each row
	 * @param errorRate share of True and False answers that are swapped, 0..1
	 * @param unsureRate share of queries answered Unsure, 0..1
	 * @throws UserError if a rate is outside 0..1
	 */
	public OracleReviewer(final IntFunction<Answer> truth, final double errorRate,
		final double unsureRate, final Seed seed)
	{
		this(truth, row -> false, errorRate, unsureRate, seed);
	}

	private OracleReviewer(final IntFunction<Answer> truth,
		final IntPredicate known, final double errorRate, final double unsureRate,
		final Seed seed)
	{
		this.truth = truth;
		this.known = known;
		this.errorRate = rate("error_rate", errorRate);
		this.unsureRate = rate("unsure_rate", unsureRate);
		this.seed = seed.of("oracle");
	}

	private static double rate(final String key, final double value) {
		if (!(value >= 0 && value <= 1)) throw new UserError(key + "=" + value +
			" is outside 0..1; give a share such as 0.05.");
		return value;
	}

	@Override
	public void review(final ReviewSession session, final Progress progress) {
		final List<Integer> open = IntStream.range(0, session.items().size())
			.filter(i -> session.answer(i).isEmpty() && !(session.items().get(i)
				.purpose() == Purpose.QUERY && known.test(session.items().get(i)
					.row()))).boxed().toList();
		for (int from = 0; from < open.size(); from += GROUP) {
			progress.check();
			progress.report((double) from / open.size(), "Asking the oracle");
			final List<ReviewSession.Given> group = new ArrayList<>();
			for (final int item : open.subList(from, Math.min(open.size(), from +
				GROUP)))
				group.add(new ReviewSession.Given(item, answer(session.items().get(item)
					.row())));
			ReviewSession.await(session.answerEach(group, ""));
		}
	}

	private Answer answer(final int roi) {
		final SplittableRandom random = seed.of(roi).random();
		final Answer right = truth.apply(roi);
		if (random.nextDouble() < unsureRate) return Answer.UNSURE;
		if (right == Answer.UNSURE || random.nextDouble() >= errorRate)
			return right;
		return right == Answer.TRUE ? Answer.FALSE : Answer.TRUE;
	}
}
