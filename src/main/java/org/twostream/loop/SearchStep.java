
package org.twostream.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.core.Tsv;
import org.twostream.core.UserError;
import org.twostream.measure.report.Table;
import org.twostream.measure.report.TextTable;
import org.twostream.segment.ArchitectureDraw;
import org.twostream.segment.ArchitectureDraw.Candidate;
import org.twostream.segment.TrainingView;
import org.twostream.segment.ValidationScores.Score;
import org.twostream.segment.WindowSize;

/**
 * {@code search}: random encoder-decoders within limits are trained alike and
 * ranked by the VOC score of their validation block (GeneNet's idea, reference
 * model.md 6.3). Each is a base model of its own; the best are named as an
 * ensemble for {@code predict}.
 */
final class SearchStep {

	private static final String TABLE = "ranking.tsv";

	private final Project project;
	private final Progress progress;

	private record Trained(Candidate candidate, String base, Score score) {
	}

	SearchStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	StepResult run(final SearchOptions o) {
		if (o.tries() < 1 || o.best() < 1 || o.best() > o.tries())
			throw new UserError("tries=" + o.tries() + " and best=" + o.best() +
				" are not 1 or more with at most as many best as tries; change one of them.");
		final Target target = project.info().target();
		final ArchitectureDraw.Limits limits = new ArchitectureDraw.Limits(o
			.maxMemory(), o.maxOperations());
		final List<Candidate> candidates = new ArchitectureDraw(limits, WindowSize
			.parse(o.training().window()), target.channels(), o.training().compute()
				.seed()).candidates(o.tries());
		final Json settings = new TrainStep(project, TrainingView.NONE, progress)
			.settings(o.training()).put("step", "search").put("tries", o.tries()).put(
				"best", o.best()).put("limits", limits.json());
		final Optional<StepResult> made = project.made(Kind.SEARCH, settings);
		if (made.isPresent()) return made.get();
		final List<Trained> trained = new ArrayList<>();
		for (int i = 0; i < candidates.size(); i++)
			trained.add(train(candidates.get(i), o, progress.part((double) i / o
				.tries(), (i + 1.0) / o.tries())));
		trained.sort(Comparator.comparingDouble((Trained t) -> t.score.voc())
			.reversed());
		final String ensemble = trained.stream().limit(o.best()).map(t -> t.base)
			.collect(Collectors.joining(","));
		final Tsv table = table(trained);
		try (Pending pending = project.begin(Kind.SEARCH, settings)) {
			table.write(pending.folder().resolve(TABLE));
			final Map<String, String> summary = new LinkedHashMap<>();
			summary.put("best_voc", Figures.of(trained.get(0).score.voc()));
			summary.put("ensemble", "base=" + ensemble);
			final StepResult result = pending.finish(new Json().put("voc", trained
				.get(0).score.voc()).put("ensemble", ensemble), summary);
			return new StepResult(result.step(), result.id(), result.path(), result
				.summary(), TextTable.text(shown(trained)));
		}
	}

	private static Table shown(final List<Trained> ranking) {
		final List<List<String>> rows = new ArrayList<>();
		for (final Trained t : ranking)
			rows.add(List.of(t.base, Figures.of(t.score.voc()), t.candidate.text(),
				Double.toString(t.candidate.learningRate()), Long.toString(t.candidate
					.cost().parameters())));
		return new Table("", List.of("base", "voc", "model", "learning_rate",
			"parameters"), rows);
	}

	/** One network; what an interrupted search has trained is taken as it is. */
	private Trained train(final Candidate candidate, final SearchOptions o,
		final Progress part)
	{
		final StepResult result = new TrainStep(project, TrainingView.NONE, part)
			.run(o.training().with(candidate.text(), candidate.learningRate()));
		return new Trained(candidate, result.id(), BaseModel.of(project, result
			.id()).validation().best());
	}

	private static Tsv table(final List<Trained> ranking) {
		final Tsv table = new Tsv("rank", "base", "voc", "iou", "threshold",
			"model", "learning_rate", "parameters", "operations", "bytes");
		int rank = 0;
		for (final Trained t : ranking)
			table.row(++rank, t.base, t.score.voc(), t.score.iou(), t.score
				.threshold(), t.candidate.text(), t.candidate.learningRate(),
				t.candidate.cost().parameters(), t.candidate.cost().operations(),
				t.candidate.cost().bytes());
		return table;
	}
}
