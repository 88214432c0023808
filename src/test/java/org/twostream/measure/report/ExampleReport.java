
package org.twostream.measure.report;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.twostream.core.Answer;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.measure.Confusion;
import org.twostream.measure.CremiScore;
import org.twostream.measure.InstanceScores;
import org.twostream.measure.LabelAccuracy;
import org.twostream.measure.Proportion;
import org.twostream.measure.VoxelHistogram;

/**
 * A report with every kind of part, from made-up numbers: what the tests check
 * and, written by {@link #main}, what one looks at when the page changes.
 */
final class ExampleReport {

	/** Would be markup, a link out and a broken attribute if not escaped. */
	static final String HOSTILE =
		"<img src=\"https://example.org/x.png\"> & \"quoted\" 'text' \u0007";

	private ExampleReport() {}

	/** args: the folder to write to. */
	public static void main(final String[] args) {
		ReportWriter.write(of(), Path.of(args[0]), Progress.NONE);
	}

	static Report of() {
		final Json settings = new Json().put("seed", 1).put("model", "paper").put(
			"note", HOSTILE).put("training", new Json().put("iterations", 20000).put(
				"window", List.of(16, 128, 128)));
		final Map<String, Json> parents = new LinkedHashMap<>();
		parents.put("base/001", settings);
		parents.put("rois/001", new Json().put("threshold", 0.5).put("min_voxels",
			300));
		final List<Round> rounds = rounds();
		return new Report("Accuracy of hippocampus", "Project " + HOSTILE +
			", target mitochondria", List.of(RoundsSection.of(rounds, "hierarchical"),
				metrics(), learning(), queries(), sections(), SettingsSection.of(
					parents, SettingsSection.software())), new Json().put("rounds", rounds
						.stream().map(Round::toJson).toList()));
	}

	static List<Round> rounds() {
		final Map<String, Double> seconds = new LinkedHashMap<>();
		for (final String step : List.of("predict", "propose", "encode", "suggest",
			"review", "apply", "refine", "finetune"))
			seconds.put(step, 3.0 * step.length() * step.length());
		final Proportion start = new Proportion(7620, 10000);
		return List.of(new Round(1, 10000, 320, start, start, new Proportion(8320,
			10000), new Proportion(8000, 9680), new Proportion(1622, 2000),
			new Proportion(1784, 2000), new Proportion(7700, 10000), new Proportion(
				1648, 2000), seconds), new Round(2, 10000, 640, start, new Proportion(
					8320, 10000), new Proportion(8790, 10000), new Proportion(8160, 9360),
					new Proportion(1784, 2000), new Proportion(1852, 2000),
					new Proportion(7760, 10000), new Proportion(1742, 2000), seconds));
	}

	private static Report.Section metrics() {
		final long[] f = new long[256];
		final long[] b = new long[256];
		for (int i = 0; i < 256; i++) {
			f[i] = 20 + i * i / 10L;
			b[i] = 20 + 90L * (255 - i) * (255 - i) / 10;
		}
		final VoxelHistogram h = new VoxelHistogram(f, b);
		final List<LabelAccuracy.Decided> rois = new ArrayList<>();
		for (int i = 0; i < 500; i++)
			rois.add(new LabelAccuracy.Decided(i % 4 != 0, i % 5 != 0, i % 7 == 0));
		return new Report.Section("Against the truth", List.of(MetricParts.voxels(
			0.5, h.at(0.5)), MetricParts.clefts(new CremiScore(97.64, 30.19, 81234,
				70123, 321, 12)), MetricParts.clefts(new CremiScore(Double.NaN,
					Double.NaN, 0, 70123, 0, 70123)), MetricParts.objects(
						new InstanceScores(0.5, 1210, 1104, 1011, 1080, 0.83)), MetricParts
							.labels(LabelAccuracy.of(rois)), MetricParts.voxels(0.5,
								new Confusion(0, 0, 0, 9)), MetricParts.sweep(h).figure(
									"threshold-sweep",
									"Scores of the voxels over the threshold.")));
	}

	private static Report.Section learning() {
		final double[] loss = new double[20000];
		final SplittableRandom r = new Seed(1).random();
		for (int i = 0; i < loss.length; i++)
			loss[i] = 0.7 * Math.exp(-i / 4000.0) + 0.08 + 0.05 * r.nextDouble();
		final double[] l1 = new double[40];
		final double[] kl = new double[40];
		for (int i = 0; i < l1.length; i++) {
			l1[i] = 1500 * Math.exp(-i / 8.0) + 400;
			kl[i] = 60 * (1 - Math.exp(-i / 5.0)) + 0.5;
		}
		return new Report.Section("Learning", List.of(new LineChart(
			"Base model: training loss", new LineChart.Axis("iteration",
				LineChart.Scale.LINEAR), new LineChart.Axis("loss",
					LineChart.Scale.LOGARITHMIC), List.of(LineChart.Line.of("loss",
						loss))).figure("training-loss",
							"Loss of the base model, mean of 34 " + "iterations per point."),
			new LineChart("Mask encoder", new LineChart.Axis("epoch",
				LineChart.Scale.LINEAR), new LineChart.Axis("per patch",
					LineChart.Scale.LOGARITHMIC), List.of(LineChart.Line.of("l1", l1),
						LineChart.Line.of("KL", kl))).figure("mask-encoder",
							"Reconstruction error and divergence from the prior.")));
	}

	private static Report.Section queries() {
		final List<Montage.Group> groups = new ArrayList<>();
		for (int g = 0; g < 5; g++) {
			final List<Patch> patches = new ArrayList<>();
			for (int i = 0; i < 4 + 3 * g; i++)
				patches.add(patch(20 * g + i, Optional.of(Answer.values()[(i * 5 + g) %
					7 == 0 ? 2 : (i + g) % 3 == 0 ? 1 : 0]), "ROI " + (1000 * g + i)));
			groups.add(new Montage.Group("Mask cluster " + g + ": " + patches.size() +
				" asked", patches));
		}
		final List<Patch> wrong = new ArrayList<>();
		for (int i = 0; i < 5; i++)
			wrong.add(patch(500 + i, Optional.empty(), ""));
		return new Report.Section("Queries", List.of(new Report.Paragraph(
			"Green with a tick: True. Red with a cross: False. White with a dot: Unsure. " +
				HOSTILE), new Montage(groups, 8).figure("queries",
					"The ROIs that were asked, by mask cluster."), new Montage(List.of(
						new Montage.Group("Still wrong", wrong)), 8).figure("wrong",
							"ROIs whose label is wrong in the end.")));
	}

	/** A dark ellipse with a bright rim on noise. */
	static Patch patch(final long seed, final Optional<Answer> answer,
		final String caption)
	{
		final int side = 112;
		final SplittableRandom r = new Seed(seed).random();
		final byte[] image = new byte[side * side];
		final byte[] mask = new byte[side * side];
		final double a = 15 + r.nextDouble() * 15;
		final double b = 25 + r.nextDouble() * 20;
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				final double d = Math.hypot((x - 56) / a, (y - 56) / b);
				mask[x + side * y] = (byte) (d < 1 ? 255 : 0);
				image[x + side * y] = (byte) (int) ((d < 0.9 ? 105 : d < 1.05 ? 60
					: 160) + 40 * (r.nextDouble() - 0.5));
			}
		return new Patch(side, image, mask, answer, caption);
	}

	private static Report.Section sections() {
		final SectionOverlay overlay = overlay(300, 200);
		return new Report.Section("Sections", List.of(overlay.figure("section-12",
			"Section 12: predicted objects and what the answers removed.",
			id -> id == 3 ? Palette.VERMILION : id == 4 ? Palette.NONE
				: Palette.GREEN, List.of(new SectionOverlay.Legend("kept",
					Palette.GREEN), new SectionOverlay.Legend("removed",
						Palette.VERMILION)))));
	}

	/** Five discs of radius 25 on noise, ids 1 to 5; 2 and 3 touch. */
	static SectionOverlay overlay(final int width, final int height) {
		final SplittableRandom r = new Seed(8).random();
		final byte[] raw = new byte[width * height];
		final long[] labels = new long[width * height];
		final int[][] centres = { { 40, 40 }, { 120, 60 }, { 165, 70 }, { 230,
			130 }, { 0, 150 } };
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				double grey = 165;
				for (int i = 0; i < centres.length; i++)
					if (Math.hypot(x - centres[i][0], y - centres[i][1]) < 25) {
						labels[x + width * y] = i + 1;
						grey = 100;
					}
				raw[x + width * y] = (byte) (int) (grey + 50 * (r.nextDouble() - 0.5));
			}
		return new SectionOverlay(width, height, raw, labels, 8);
	}

	/** Whether two colours are the same but for what blending leaves. */
	static boolean near(final int rgb, final Color colour) {
		return Math.abs((rgb >> 16 & 0xFF) - colour.getRed()) < 12 && Math.abs(
			(rgb >> 8 & 0xFF) - colour.getGreen()) < 12 && Math.abs((rgb & 0xFF) -
				colour.getBlue()) < 12;
	}
}
