
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.experiment.DesignTable;
import org.twostream.experiment.DisplayOrder;
import org.twostream.experiment.EncoderTable;
import org.twostream.experiment.ExperimentResult;
import org.twostream.experiment.StrategyTable;
import org.twostream.measure.report.Report;
import org.twostream.measure.report.ReportWriter;
import org.twostream.measure.report.SettingsSection;
import org.twostream.measure.report.TextTable;

/**
 * {@code experiment}: a table of the paper, run again on a pool of ROIs. What
 * takes long (the pool, refined encoders, fine-tuned models) is kept in the
 * project, so that a stopped experiment goes on.
 */
final class ExperimentStep {

	/** Where the pool is ready. */
	private static final double READY = 0.5;
	private static final String TABLE = "table.tsv";
	private static final String CIFAR = "cifar-10";

	private final Path folder;
	private final Wiring wiring;
	private final Progress progress;

	ExperimentStep(final Path folder, final Wiring wiring,
		final Progress progress)
	{
		this.folder = folder;
		this.wiring = wiring;
		this.progress = progress;
	}

	StepResult run(final Source source, final ExperimentOptions o) {
		if (o.seeds() < 2 || o.trainings() < 1) throw new UserError("seeds=" + o
			.seeds() + " and trainings=" + o.trainings() +
			" are not 2 or more and 1 or more; an interval needs several seeds.");
		if (!(o.startAccuracy() >= 0 && o.startAccuracy() < 1)) throw new UserError(
			"start_accuracy=" + o.startAccuracy() +
				" is not in 0..1; give the share of the ROIs that should be real, or 0.");
		if (o.table().equals(CIFAR)) return cifar(o);
		final Project project = project(source, o);
		final ExperimentPool pool = ExperimentPool.of(project, o, progress.part(0,
			READY));
		final Json settings = settings(o, pool);
		final Optional<StepResult> made = project.made(Kind.EXPERIMENT, settings);
		if (made.isPresent()) return made.get();
		return write(project, settings, pool.context(), result(o, pool), List.of(
			new PoolMap(pool.pool()).section()));
	}

	/** Samplers on CIFAR-10: the project holds results and no volume. */
	private StepResult cifar(final ExperimentOptions o) {
		if (o.data().isEmpty()) throw new UserError(
			"data is missing; give the folder of the binary version of CIFAR-10.");
		final CifarEmbedding embedding = new CifarEmbedding(folder, wiring, o,
			progress.part(0, 0.99));
		final Project project = Files.exists(folder.resolve("project.json"))
			? Project.open(folder, wiring) : Project.planned(folder, wiring,
				CifarEmbedding.empty());
		final Json settings = embedding.settings().put("step", "experiment").put(
			"table", CIFAR).put("seeds", o.seeds());
		final Optional<StepResult> made = project.made(Kind.EXPERIMENT, settings);
		if (made.isPresent()) return made.get();
		return write(project, settings, new Json().put("start", o.pool() +
			" images, none").put("phantom", "none"), embedding.run(seeds(o)), List
				.of());
	}

	private static List<Seed> seeds(final ExperimentOptions o) {
		return IntStream.range(0, o.seeds()).mapToObj(i -> o.compute().seed().of(
			"experiment").of(i)).toList();
	}

	/** The project that is there, one of a volume, or a phantom. */
	private Project project(final Source source, final ExperimentOptions o) {
		final boolean there = Files.exists(folder.resolve("project.json"));
		if (!there && source.raw().isEmpty()) new SampleStep(folder, wiring,
			progress.part(0, 0)).run(PhantomPool.options(o.pool(), Target.parse(source
				.target().isEmpty() ? Target.MITOCHONDRIA.text() : source.target()), o
					.compute()));
		return NewProject.open(folder, wiring, source);
	}

	private static Json settings(final ExperimentOptions o,
		final ExperimentPool pool)
	{
		final Json json = new Json().put("step", "experiment").put("table", o
			.table()).put("rois", pool.rois().id()).put("encoders", pool.encoders()
				.id()).put("seeds", o.seeds()).put("truth", o.truth());
		if (o.table().equals("3")) json.put("trainings", o.trainings()).put(
			"refine_iterations", o.refine().iterations()).put("refine_batch", o
				.refine().batch());
		if (o.table().equals("1")) json.put("base", pool.base()).put("trainings", o
			.trainings()).put("refine_iterations", o.refine().iterations()).put(
				"finetune_iterations", o.finetune().iterations()).put("test_share", o
					.testShare());
		return json.put("compute", o.compute().json());
	}

	private ExperimentResult result(final ExperimentOptions o,
		final ExperimentPool pool)
	{
		final Progress part = progress.part(READY, 0.99);
		final List<Seed> seeds = seeds(o);
		final int threads = o.compute().threads();
		switch (o.table()) {
			case "1":
				return new AccuracyRounds(pool, o, part).run();
			case "2":
				return new DesignTable(pool.pool(), seeds, threads).run(part);
			case "3":
				final RefinedEncoders refined = new RefinedEncoders(pool, o, part.part(
					0, 0.9));
				return new EncoderTable(pool.pool(), refined::embeddings, o.trainings(),
					seeds, threads).run(part.part(0.9, 1));
			case "order":
				return new DisplayOrder(pool.pool(), seeds, threads).run(part);
			case "strategies":
				return new StrategyTable(pool.pool(), seeds, threads).run(part);
			default:
				throw new UserError("table=" + o.table() +
					" is none of 1, 2, 3, order, strategies and cifar-10; choose one of them.");
		}
	}

	private StepResult write(final Project project, final Json settings,
		final Json context, final ExperimentResult result,
		final List<Report.Section> more)
	{
		try (Pending pending = project.begin(Kind.EXPERIMENT, settings)) {
			final List<String> lines = context.texts().entrySet().stream().map(e -> e
				.getKey() + ": " + e.getValue()).toList();
			result.tsv(lines).write(pending.folder().resolve(TABLE));
			final List<Report.Section> sections = new ArrayList<>(result.sections());
			sections.addAll(more);
			sections.add(new Report.Section("Pool", List.of(SettingsSection.table("",
				context))));
			sections.add(SettingsSection.of(Map.of("experiment", settings),
				SettingsSection.software()));
			ReportWriter.write(new Report(result.title(), folder.getFileName() +
				", " + context.string("start") + " real at the start", sections, result
					.json().put("pool", context).put("settings", settings)), pending
						.folder(), progress.part(0.99, 1));
			final Map<String, String> summary = new LinkedHashMap<>();
			summary.put("rois", context.string("start") + " real at the start");
			summary.put("phantom", context.string("phantom"));
			final StepResult done = pending.finish(result.json(), summary);
			final Map<String, String> withPage = new LinkedHashMap<>(summary);
			withPage.put("report", done.path().resolve("index.html").toString());
			return new StepResult(done.step(), done.id(), done.path(), withPage,
				TextTable.text(result.table()) + "\n" + TextTable.text(result
					.differences()));
		}
	}
}
