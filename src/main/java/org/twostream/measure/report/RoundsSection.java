
package org.twostream.measure.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import org.twostream.measure.Proportion;

/** What the rounds gave, as facts, tables and a chart. */
public final class RoundsSection {

	private static final String DASH = "–";

	private RoundsSection() {}

	/**
	 * Facts of the last round, the table of all, accuracy over share asked, time
	 * per step.
	 *
	 * @param strategy name of ours in the chart, such as "hierarchical"
	 * @throws IllegalArgumentException if there is no round
	 */
	public static Report.Section of(final List<Round> rounds,
		final String strategy)
	{
		if (rounds.isEmpty()) throw new IllegalArgumentException("No round");
		final List<Report.Part> parts = new ArrayList<>();
		parts.add(facts(rounds.get(rounds.size() - 1)));
		parts.add(table(rounds));
		parts.add(new Report.Paragraph(
			"Shares are in per cent with their 95 % interval (Wilson) and n. The " +
				"random baseline is p (1 - s/N) + s/N, the expected label accuracy " +
				"when s of N ROIs are asked at random and nothing is spread; the " +
				"random arm asks as many ROIs at random and is measured like ours."));
		parts.add(chart(rounds, strategy).figure("accuracy-by-share",
			"Label accuracy over the share of ROIs asked. Bands are 95 % intervals."));
		parts.add(times(rounds));
		return new Report.Section("Rounds", parts);
	}

	private static Report.Facts facts(final Round last) {
		final List<Report.Fact> facts = new ArrayList<>();
		facts.add(new Report.Fact("ROIs asked", percent(last.share()), last
			.asked() + " of " + last.rois()));
		fact(facts, "Label accuracy", last.labelAfter(), "at first " + percent(last
			.start().value()));
		fact(facts, "Of ROIs never asked", last.unaskedAfter(), "");
		fact(facts, "ROI accuracy, test part", last.roiAfter(), "before " + percent(
			last.roiBefore().value()));
		return new Report.Facts(facts);
	}

	private static void fact(final List<Report.Fact> facts, final String label,
		final Proportion p, final String more)
	{
		if (p.n() == 0) return;
		facts.add(new Report.Fact(label, percent(p.value()), String.format(
			Locale.ROOT, "%.1f to %.1f, n = %d%s", 100 * p.low(), 100 * p.high(), p
				.n(), more.isEmpty() ? "" : "; " + more)));
	}

	/** One row per round; columns that no round has measured are left out. */
	public static Table table(final List<Round> rounds) {
		final List<Column> columns = List.of(new Column("round", r -> Integer
			.toString(r.number())), new Column("asked", r -> r.asked() + " (" +
				percent(r.share()) + ")"), new Column("label accuracy before",
					r -> text(r.labelBefore())), new Column("label accuracy after",
						r -> text(r.labelAfter())), new Column("of the unasked", r -> text(r
							.unaskedAfter())), new Column("random baseline", r -> percent(r
								.randomBaseline())), new Column("random arm", r -> text(r
									.randomArm())), new Column("ROI accuracy before", r -> text(r
										.roiBefore())), new Column("ROI accuracy after", r -> text(r
											.roiAfter())), new Column("random arm, ROI accuracy",
												r -> text(r.randomRoiAfter())));
		final List<Column> shown = columns.stream().filter(c -> rounds.stream()
			.anyMatch(r -> !c.cell().apply(r).equals(DASH))).toList();
		return new Table("Accuracy before and after each round", shown.stream().map(
			Column::heading).toList(), rounds.stream().map(r -> shown.stream().map(
				c -> c.cell().apply(r)).toList()).toList());
	}

	private record Column(String heading, Function<Round, String> cell) {
	}

	private static String text(final Proportion p) {
		return p.n() == 0 ? DASH : p.text();
	}

	private static String percent(final double share) {
		return Double.isNaN(share) ? DASH : String.format(Locale.ROOT, "%.1f %%",
			100 * share);
	}

	/** Label accuracy over share asked, ours and at random, with bands. */
	public static LineChart chart(final List<Round> rounds,
		final String strategy)
	{
		final List<LineChart.Line> lines = new ArrayList<>();
		lines.add(line(strategy, rounds, Round::labelAfter));
		if (rounds.stream().anyMatch(r -> r.randomArm().n() > 0)) lines.add(line(
			"random arm", rounds, Round::randomArm));
		final double[] share = share(rounds);
		final double[] baseline = new double[share.length];
		final double p = rounds.get(0).start().value();
		for (int i = 0; i < share.length; i++)
			baseline[i] = i == 0 ? p : rounds.get(i - 1).randomBaseline();
		lines.add(LineChart.Line.of("random baseline", share, baseline));
		return new LineChart("Label accuracy", new LineChart.Axis(
			"share of ROIs asked", LineChart.Scale.PERCENT), new LineChart.Axis(
				"label accuracy", LineChart.Scale.PERCENT), lines);
	}

	/** Starts at nothing asked. */
	private static double[] share(final List<Round> rounds) {
		final double[] share = new double[rounds.size() + 1];
		for (int i = 1; i < share.length; i++)
			share[i] = rounds.get(i - 1).share();
		return share;
	}

	private static LineChart.Line line(final String name,
		final List<Round> rounds, final Function<Round, Proportion> what)
	{
		final int n = rounds.size() + 1;
		final double[][] y = new double[3][n];
		for (int i = 0; i < n; i++) {
			final Proportion p = i == 0 ? rounds.get(0).start() : what.apply(rounds
				.get(i - 1));
			y[0][i] = p.value();
			y[1][i] = p.low();
			y[2][i] = p.high();
		}
		return new LineChart.Line(name, share(rounds), y[0], y[1], y[2]);
	}

	/** Seconds per step and round. */
	public static Table times(final List<Round> rounds) {
		final Set<String> steps = new LinkedHashSet<>();
		rounds.forEach(r -> steps.addAll(r.seconds().keySet()));
		final List<String> columns = new ArrayList<>(List.of("round"));
		columns.addAll(steps);
		columns.add("together");
		final List<List<String>> rows = new ArrayList<>();
		for (final Round r : rounds) {
			final List<String> row = new ArrayList<>(List.of(Integer.toString(r
				.number())));
			for (final String step : steps)
				row.add(r.seconds().containsKey(step) ? seconds(r.seconds().get(step))
					: DASH);
			row.add(seconds(r.seconds().values().stream().mapToDouble(s -> s).sum()));
			rows.add(row);
		}
		return new Table("Time per step in seconds", columns, rows);
	}

	private static String seconds(final double s) {
		return String.format(Locale.ROOT, "%.1f", s);
	}
}
