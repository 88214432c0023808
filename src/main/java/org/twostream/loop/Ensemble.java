
package org.twostream.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.twostream.core.UserError;
import org.twostream.net.SegmentationNetwork;
import org.twostream.segment.WindowSize;

/**
 * One base model or several whose probabilities are averaged. They may be of
 * different architectures; all see the same windows.
 *
 * @param models one or more
 */
record Ensemble(List<BaseModel> models) {

	/**
	 * @param asked what {@link BaseModel#of} takes, or several of it with commas
	 *          between
	 * @throws UserError if one is not there, is named twice, or was made for
	 *           another target
	 */
	static Ensemble of(final Project project, final String asked) {
		final List<BaseModel> models = new ArrayList<>();
		for (final String word : asked.split(",", -1)) {
			final BaseModel model = BaseModel.of(project, word.trim());
			if (models.stream().anyMatch(m -> m.name(project).equals(model.name(
				project)))) throw new UserError("base=" + asked + " names " + model
					.name(project) + " twice; leave one out.");
			models.add(model);
		}
		return new Ensemble(models);
	}

	/** How a record names them: as {@link BaseModel#name}, with commas. */
	String name(final Project project) {
		return models.stream().map(m -> m.name(project)).collect(Collectors.joining(
			","));
	}

	/** What the first of them was trained on. */
	WindowSize window() {
		return models.get(0).window();
	}

	/** Their networks, to be closed together; may be sent to other processes. */
	Networks open(final Compute compute) {
		final Networks networks = new Networks(new ArrayList<>());
		try {
			for (final BaseModel model : models)
				networks.all.add(model.network(compute));
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
	record Networks(List<SegmentationNetwork> all) implements AutoCloseable {

		@Override
		public void close() {
			all.forEach(SegmentationNetwork::close);
		}
	}
}
