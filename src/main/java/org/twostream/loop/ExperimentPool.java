
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.twostream.core.AtomicFile;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.experiment.Pool;
import org.twostream.experiment.StartSearch;
import org.twostream.measure.Proportion;

/**
 * The ROIs that experiments are run on, each part made once and found again:
 * base model, prediction, ROIs of the wanted start, encoders, truth.
 *
 * @param project that holds them
 * @param rois the set
 * @param encoders of the set
 * @param pool embeddings and truth
 */
record ExperimentPool(Project project, RoiSet rois, EncoderSet encoders,
		Pool pool) {

	private static final double TOLERANCE = 0.01;
	private static final int HALVINGS = 5;

	/**
	 * Finds or makes all of it.
	 *
	 * @throws org.twostream.core.UserError if there is no truth, or nothing or
	 *           everything of what is proposed is real
	 */
	static ExperimentPool of(final Project project, final ExperimentOptions o,
		final Progress progress)
	{
		final Truth truth = Truth.of(project, o.truth());
		final Preparation missing = new Preparation(project, new Stopwatch(),
			progress);
		final RoiSet rois = RoiSet.of(project, o.encode().rois().isEmpty()
			? proposed(truth, missing, o, progress.part(0.58, 0.67)) : o.encode()
				.rois()).notEmpty();
		final EncoderSet encoders = EncoderSet.of(project, missing.encoders(rois
			.id(), o.encode()));
		return new ExperimentPool(project, rois, encoders, new Pool(encoders
			.embeddings(), real(truth, rois, o, progress.part(1, 1))));
	}

	private static String proposed(final Truth truth, final Preparation missing,
		final ExperimentOptions o, final Progress progress)
	{
		final ProposeOptions p = o.propose().of(missing.prediction(missing.base(o
			.train()), o.predict()));
		return o.startAccuracy() > 0 ? searched(truth, p, o, progress) : missing
			.rois(p.prediction(), p);
	}

	/**
	 * Number of the base model that proposed the ROIs.
	 *
	 * @throws org.twostream.core.UserError if it is none of the project's
	 */
	String base() {
		return project.require(Kind.BASE, project.newest(Kind.BASE, s -> s.string(
			"step").equals("train")).orElse(""), "train");
	}

	/** The ROI set whose share of real ones is nearest to the wanted one. */
	private static String searched(final Truth truth, final ProposeOptions p,
		final ExperimentOptions o, final Progress progress)
	{
		final List<StartSearch.Trial> trials = new StartSearch(o.startAccuracy(),
			TOLERANCE, HALVINGS).run(threshold -> share(truth, p.at(threshold), o,
				progress));
		return new ProposeStep(truth.project(), progress).run(p.at(trials.get(0)
			.threshold())).id();
	}

	private static Proportion share(final Truth truth, final ProposeOptions p,
		final ExperimentOptions o, final Progress progress)
	{
		final RoiSet rois = RoiSet.of(truth.project(), new ProposeStep(truth
			.project(), progress).run(p).id());
		final boolean[] real = real(truth, rois, o, progress);
		long yes = 0;
		for (final boolean r : real)
			if (r) yes++;
		return new Proportion(yes, real.length);
	}

	/** The truth by row, kept under cache/, which may be deleted. */
	static boolean[] real(final Truth truth, final RoiSet rois,
		final ExperimentOptions o, final Progress progress)
	{
		final Path file = truth.project().folder().resolve("cache").resolve(
			"rois-" + rois.id() + "-" + Long.toHexString(new org.twostream.core.Seed(
				0).of(truth.uri()).value()) + ".txt");
		if (!Files.exists(file)) {
			final StringBuilder text = new StringBuilder();
			for (final boolean r : truth.matches(rois, o.compute().threads(),
				progress))
				text.append(r ? '1' : '0');
			AtomicFile.write(file, text.toString());
		}
		return parse(file, rois.table().size());
	}

	private static boolean[] parse(final Path file, final int rois) {
		try {
			final String text = Files.readString(file).strip();
			if (text.length() != rois) throw new org.twostream.core.UserError(file +
				" has " + text.length() + " answers for " + rois +
				" ROIs; delete it and run again.");
			final boolean[] real = new boolean[rois];
			for (int i = 0; i < rois; i++)
				real[i] = text.charAt(i) == '1';
			return real;
		}
		catch (final java.io.IOException e) {
			throw AtomicFile.failure(file, e);
		}
	}

	/** What a table must say of its pool. */
	Json context() {
		final Json proposed = project.record(Kind.ROIS, rois.id()).object(
			"settings");
		final Json json = new Json().put("phantom", PhantomPool.hash(project
			.folder())).put("target", project.info().target().text()).put("rois", rois
				.id()).put("n", pool.size()).put("start", pool.start().text()).put(
					"threshold", proposed.number("threshold", Double.NaN)).put(
						"min_voxels", proposed.number("min_voxels", Double.NaN)).put(
							"encoders", encoders.id()).put("mask_latent", encoders
								.maskLatent()).put("image_latent", encoders.imageLatent()).put(
									"encoder_epochs", project.record(Kind.ENCODERS, encoders.id())
										.object("settings").number("epochs", Double.NaN));
		project.newest(Kind.BASE, s -> s.string("step").equals("train")).ifPresent(
			id -> json.put("base", id).put("base_settings", project.record(Kind.BASE,
				id).object("settings")));
		return json;
	}
}
