
package org.twostream.query;

import java.util.Arrays;

import org.twostream.core.Progress;
import org.twostream.query.cluster.KMeans;
import org.twostream.query.cluster.Workers;
import org.twostream.query.sampler.Choice;
import org.twostream.query.sampler.Sampler;

/**
 * A sampler as a strategy. Makes no clusters.
 *
 * @param name value of the key {@code strategy}
 * @param sampler chooses
 * @param why a sentence for the reviewer; a note takes its place
 */
record SamplerStrategy(String name, Sampler sampler, String why)
		implements
			QueryStrategy {

	@Override
	public Suggestion suggest(final QueryRequest request,
		final Progress progress)
	{
		KMeans.check(request.embeddings().mask());
		KMeans.check(request.embeddings().image());
		try (Workers workers = new Workers(request.threads())) {
			final Choice choice = sampler.choose(new RequestPool(request, workers),
				request.total(), progress);
			final String reason = choice.notes().isEmpty() ? why : String.join(" ",
				choice.notes());
			return Unclustered.suggestion(name, request, Arrays.stream(choice.rows())
				.boxed().toList(), choice.notes(), roi -> reason);
		}
	}
}
