
package org.twostream.query;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.twostream.core.Progress;

/**
 * The baseline: uniformly at random, without replacement. Makes no clusters, so
 * an answer counts for its ROI alone.
 */
final class RandomStrategy implements QueryStrategy {

	@Override
	public String name() {
		return "random";
	}

	@Override
	public Suggestion suggest(final QueryRequest request,
		final Progress progress)
	{
		final int[] candidates = request.candidates();
		final SplittableRandom random = request.seed().of("random strategy").of(
			request.asked().size()).random();
		final List<Integer> chosen = new ArrayList<>();
		final int total = request.total();
		for (int i = 0; i < total; i++) {
			final int j = i + random.nextInt(candidates.length - i);
			chosen.add(candidates[j]);
			candidates[j] = candidates[i];
		}
		return Unclustered.suggestion(name(), request, chosen,
			roi -> "Drawn at random.");
	}
}
