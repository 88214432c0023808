
package org.twostream.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import org.twostream.core.Progress;
import org.twostream.core.UserError;

/**
 * Any strategy with an audit sample: a part of the batch is drawn first,
 * uniformly from all ROIs that may be asked, and the strategy asks the rest.
 * What the audited ROIs are answered tells without bias how good decisions are
 * that were made without those answers, which a sample that the strategy chose
 * does not.
 *
 * @param inner the strategy
 * @param share of the batch, 0..0.9, rounded up to whole ROIs; at least one ROI
 *          is left to the strategy
 */
public record AuditedStrategy(QueryStrategy inner, double share)
		implements
			QueryStrategy {

	private static final String WHY =
		"Drawn at random, whatever the strategy, to see how good decisions are.";

	/**
	 * @throws UserError if the share is outside 0..0.9
	 */
	public AuditedStrategy {
		if (!(share >= 0 && share <= 0.9)) throw new UserError("audit=" + share +
			" is not within 0 to 0.9; give the share of the batch to draw at random.");
	}

	@Override
	public String name() {
		return inner.name();
	}

	@Override
	public Budget budget(final BudgetKeys keys) {
		return inner.budget(keys);
	}

	@Override
	public Suggestion suggest(final QueryRequest request,
		final Progress progress)
	{
		final int count = Math.max(0, Math.min((int) Math.ceil(share * request
			.total()), request.total() - 1));
		if (count == 0) return inner.suggest(request, progress);
		final Set<Integer> audited = draw(request, count);
		final Set<Integer> asked = new HashSet<>(request.asked());
		asked.addAll(audited);
		final Suggestion rest = inner.suggest(new QueryRequest(request.embeddings(),
			asked, request.spared(), request.evidence(), request.budget().without(
				count), request.seed(), request.threads()), progress);
		final List<Place> places = new ArrayList<>(rest.places());
		final Map<Integer, String> why = new HashMap<>();
		rest.queries().forEach(q -> why.put(q.roi(), q.why()));
		for (final int roi : audited) {
			final Place p = places.get(roi);
			places.set(roi, new Place(p.maskCluster(), p.imageCluster(), p.cluster(),
				roi, p.distance()));
			why.put(roi, WHY);
		}
		final List<String> notes = new ArrayList<>(rest.notes());
		if (request.total() < request.budget().total()) notes.replaceAll(n -> n
			.startsWith("Only ") ? request.leftNote() : n);
		return new Suggestion(name(), Suggestion.sorted(List.copyOf(why.keySet()),
			places, why::get), places, notes, audited);
	}

	private static Set<Integer> draw(final QueryRequest request,
		final int count)
	{
		final SplittableRandom random = request.seed().of("audit").of(request
			.asked().size()).random();
		final int[] left = request.candidates();
		final Set<Integer> drawn = new HashSet<>();
		for (int i = 0; i < count; i++) {
			final int j = i + random.nextInt(left.length - i);
			drawn.add(left[j]);
			left[j] = left[i];
		}
		return drawn;
	}
}
