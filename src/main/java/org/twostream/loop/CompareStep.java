
package org.twostream.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.measure.report.Report;
import org.twostream.measure.report.ReportWriter;
import org.twostream.measure.report.SettingsSection;
import org.twostream.review.consensus.AnnotatorRecord;
import org.twostream.review.consensus.ConsensusRule;

/**
 * {@code compare}: a report of how far annotators agree, how each did on
 * repeats and honeypots, and what is to be settled. Needs no truth.
 */
final class CompareStep {

	private final Project project;
	private final Progress progress;

	CompareStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	StepResult run(final CompareOptions o) {
		final RoiSet rois = RoiSet.of(project, o.rois());
		final ConsensusRule rule = o.consensus().equals("applied") ? Answers.rule(
			rois) : ConsensusRule.named(o.consensus());
		final Answers answers = Answers.of(rois, rule, Answers.until(o.until()));
		final AnnotatorsSection section = AnnotatorsSection.of(rois, answers, o
			.truth(), o.compute().threads(), progress);
		final Json settings = new Json().put("step", "compare").put("rois", rois
			.id()).put("consensus", rule.text()).put("until", o.until()).put(
				"answers", answers.fingerprint());
		final Json metrics = section.json();
		final List<Report.Section> sections = new ArrayList<>(List.of(section
			.section(rois)));
		CarriedVerdicts.section(rois).ifPresent(sections::add);
		sections.add(SettingsSection.of(Map.of("compare", settings), SettingsSection
			.software()));
		try (Pending pending = project.begin(Kind.REPORT, settings)) {
			ReportWriter.write(new Report("Annotators", project.folder().getFileName()
				.toString(), sections, metrics.put("settings", settings)), pending
					.folder(), progress);
			final StepResult result = pending.finish(metrics, summary(section,
				answers));
			final Map<String, String> withPage = new LinkedHashMap<>(result
				.summary());
			withPage.put("report", result.path().resolve("index.html").toString());
			return new StepResult("compare", result.id(), result.path(), withPage);
		}
	}

	private static Map<String, String> summary(final AnnotatorsSection section,
		final Answers answers)
	{
		final Map<String, String> summary = new LinkedHashMap<>();
		for (final AnnotatorRecord a : section.annotators())
			summary.put(a.annotator(), a.answers() + " answers" + (a.repeats() > 0
				? ", " + a.repeatsSame() + " of " + a.repeats() + " repeats alike"
				: "") + (a.honeypots() > 0 ? ", " + a.honeypotsRight() + " of " + a
					.honeypots() + " honeypots right" : "") + (a.isAlarm() ? ", too fast"
						: ""));
		summary.put("krippendorff_alpha", Figures.of(section.agreement().alpha()));
		summary.put("to_adjudicate", Integer.toString(answers.consensus()
			.toAdjudicate().size()));
		answers.note(summary);
		return summary;
	}
}
