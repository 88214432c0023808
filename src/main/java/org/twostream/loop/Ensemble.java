
package org.twostream.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.net.InferenceNetwork;
import org.twostream.segment.WindowSize;

/**
 * One model or several whose probabilities are averaged. They may be of
 * different architectures; all see the same windows.
 *
 * @param models one or more
 */
record Ensemble(List<PredictionModel> models) {

	/**
	 * @param o whose base is what {@link PredictionModel#of} takes, or several of
	 *          it with commas between
	 * @throws UserError if one is not there, is named twice, or was made for
	 *           another target
	 */
	static Ensemble of(final Project project, final PredictOptions o) {
		final String asked = o.base();
		final List<PredictionModel> models = new ArrayList<>();
		for (final String word : asked.split(",", -1)) {
			final PredictionModel model = PredictionModel.of(project, word.trim(), o);
			if (models.stream().anyMatch(m -> m.name(project).equals(model.name(
				project)))) throw new UserError("base=" + asked + " names " + model
					.name(project) + " twice; leave one out.");
			models.add(model);
		}
		if (models.stream().allMatch(BaseModel.class::isInstance) && !(o.channel() +
			o.activation()).isEmpty()) throw new UserError("channel=" + o.channel() +
				" and activation=" + o.activation() +
				" are for models of others, base models know theirs; leave them out, or give base=package.zip.");
		return new Ensemble(models);
	}

	/** How a record names them: as {@link PredictionModel#name}, with commas. */
	String name(final Project project) {
		return models.stream().map(m -> m.name(project)).collect(Collectors.joining(
			","));
	}

	/** What the first of them was trained on. */
	WindowSize window() {
		return models.get(0).window();
	}

	/** What decides the bytes beside their names: nothing for base models. */
	Json provenance() {
		final List<Json> imported = models.stream().map(PredictionModel::provenance)
			.filter(j -> !j.names().isEmpty()).toList();
		return imported.isEmpty() ? new Json() : new Json().put("imported",
			imported);
	}

	/**
	 * Their networks, to be closed together; those of base models may be sent to
	 * other processes.
	 *
	 * @param use of all of them
	 */
	Networks open(final PredictionModel.Use use) {
		final Networks networks = new Networks(new ArrayList<>());
		try {
			for (final PredictionModel model : models)
				networks.all.add(model.open(use));
			return networks;
		}
		catch (final RuntimeException e) {
			networks.close();
			throw e;
		}
	}

	/**
	 * Open networks.
	 *
	 * @param all in the order of the models
	 */
	record Networks(List<InferenceNetwork> all) implements AutoCloseable {

		@Override
		public void close() {
			all.forEach(InferenceNetwork::close);
		}
	}
}
