
package org.twostream.loop;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.twostream.block.BlockGrid;
import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.AtomicFile;
import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.Nearest;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.review.Decision;
import org.twostream.review.DecisionTable;
import org.twostream.review.Verdicts;
import org.twostream.review.export.ExportedRoi;
import org.twostream.review.export.NeuroglancerState;
import org.twostream.review.export.RoiTables;
import org.twostream.review.export.SectionMask;
import org.twostream.review.export.VerdictTable;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiCondition;
import org.twostream.roi.RoiMeshes;
import org.twostream.roi.mesh.Mesh;
import org.twostream.roi.mesh.PlyFile;
import org.twostream.volume.EmVolume;

/**
 * {@code export}: verdicts, answers and decisions as other programs read them
 * (docs/format/export.md).
 */
final class ExportStep {

	private static final List<String> FORMATS = List.of("tsv", "results",
		"roi-manager", "mobie", "neuroglancer", "meshes", "ome-zarr");

	/** Those that always have all ROIs. */
	private static final List<String> WHOLE = List.of("mobie", "ome-zarr");

	private final Project project;
	private final Progress progress;
	private final Map<String, String> summary = new LinkedHashMap<>();

	ExportStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	StepResult run(final ExportOptions o) {
		if (!FORMATS.contains(o.format())) throw new UserError("format=" + o
			.format() + " is unknown; did you mean " + Nearest.to(o.format(),
				FORMATS) + "?");
		final RoiSet rois = RoiSet.of(project, o.rois());
		final Answers answers = Answers.of(rois, Answers.rule(rois), Answers.until(o
			.until()));
		final List<ExportedRoi> chosen = chosen(rois, answers, o);
		final Json settings = new Json().put("step", "export").put("format", o
			.format()).put("rois", rois.id()).put("include", o.include()).put(
				"filter", o.filter()).put("until", o.until()).put("mesh_error_nm", o
					.errorNm()).put("consensus", answers.rule().text()).put("answers",
						answers.fingerprint());
		try (Pending pending = project.begin(Kind.EXPORT, settings)) {
			summary.put("format", o.format());
			summary.put("rois", Integer.toString(chosen.size()));
			final Path file = write(rois, answers, chosen, pending.folder(), o);
			answers.note(summary);
			final StepResult result = pending.finish(new Json().put("rois", chosen
				.size()), summary);
			final Map<String, String> withFile = new LinkedHashMap<>(summary);
			withFile.put("file", result.path().resolve(file).toString());
			return new StepResult("export", result.id(), result.path(), withFile);
		}
	}

	private List<ExportedRoi> chosen(final RoiSet rois, final Answers answers,
		final ExportOptions o)
	{
		final Map<Integer, Decision> decisions = new HashMap<>();
		// What was decided is of now; of an earlier time only the answers are
		// known.
		if (o.until().isEmpty()) project.newest(Kind.DECISIONS, s -> s.string(
			"rois").equals(rois.id()) && s.string("until", "").isEmpty()).ifPresent(
				id -> DecisionTable.read(rois.ids(), project.path(Kind.DECISIONS, id)
					.resolve(ApplyStep.TABLE)).forEach(d -> decisions.put(d.row(), d)));
		final boolean all = o.include().equals("all") || WHOLE.contains(o.format());
		final RoiCondition filter = RoiCondition.of(o.filter());
		if (!filter.isEmpty() && WHOLE.contains(o.format())) throw new UserError(
			"filter=" + o.filter() + " does not go with format=" + o.format() +
				", which has all ROIs; leave filter out or choose another format.");
		return IntStream.range(0, rois.table().size()).filter(row -> all || answers
			.asked().contains(row)).filter(row -> filter.test(rois.table().get(row)))
			.mapToObj(row -> new ExportedRoi(rois.table().get(row), Optional
				.ofNullable(answers.consensus().rulings().get(row)), Optional
					.ofNullable(decisions.get(row)))).toList();
	}

	/** The file to open first, in the folder. */
	private Path write(final RoiSet rois, final Answers answers,
		final List<ExportedRoi> chosen, final Path folder, final ExportOptions o)
	{
		final boolean sides = project.info().target() == Target.POLARITY;
		switch (o.format()) {
			case "tsv" -> {
				final Verdicts all = Verdicts.read(Answers.journals(project));
				final Verdicts some = Answers.until(o.until()).map(all::at).orElse(all);
				VerdictTable.of(some, rois.table()).write(folder.resolve(
					"verdicts.tsv"));
				RoiTables.results(chosen).write(folder.resolve("rois.tsv"));
				summary.put("events", Integer.toString(some.events().size()));
				return Path.of("verdicts.tsv");
			}
			case "results" -> {
				RoiTables.results(chosen).write(folder.resolve("Results.tsv"));
				return Path.of("Results.tsv");
			}
			case "mobie" -> {
				RoiTables.mobie(chosen, rois.table().voxelSize(), sides).write(folder
					.resolve("default.tsv"));
				return Path.of("default.tsv");
			}
			case "meshes" -> {
				meshes(rois, chosen, folder, sides, o);
				return Path.of("");
			}
			case "ome-zarr" -> {
				try (EmVolume labels = rois.labels()) {
					summary.put("resolutions", Integer.toString(LabelPyramid.write(labels,
						rois.table().voxelSize(), folder.resolve("labels.zarr"), o.compute()
							.threads(), progress)));
				}
				return Path.of("labels.zarr");
			}
			case "neuroglancer" -> {
				NeuroglancerState.of(chosen, answers.missed(), rois.table().voxelSize())
					.write(folder.resolve("state.json"));
				return Path.of("state.json");
			}
			default -> {
				outlines(rois, chosen, folder.resolve("RoiSet.zip"), sides, o.limit());
				return Path.of("RoiSet.zip");
			}
		}
	}

	private void meshes(final RoiSet rois, final List<ExportedRoi> chosen,
		final Path folder, final boolean sides, final ExportOptions o)
	{
		final double errorNm = o.errorNm();
		final int threads = o.compute().threads();
		if (!(errorNm >= 0)) throw new UserError("mesh_error_nm=" + errorNm +
			" is below 0; give how far a surface may be off in nm, or 0.");
		final VoxelSize size = rois.table().voxelSize();
		// Half of the longest edge is where the surface may lie anyway.
		final double error = errorNm > 0 ? errorNm : Math.max(size.z(), Math.max(
			size.x(), size.y())) / 2;
		try (EmVolume labels = rois.labels()) {
			final RoiMeshes surfaces = new RoiMeshes(labels, sides, size, error);
			// A task per ROI: they differ much in size.
			final List<Integer> triangles = BlockRunner.local(RunSettings.of(threads,
				"Drawing surfaces")).map(new BlockGrid(Box.ofSize(chosen.size(), 1, 1),
					1, 1, 1), block -> {
						final Roi roi = chosen.get(block.index()).roi();
						final Mesh mesh = surfaces.of(roi);
						AtomicFile.write(folder.resolve(roi.id() + ".ply"), out -> PlyFile
							.write(mesh, out));
						return mesh.size();
					}, progress);
			summary.put("triangles", Long.toString(triangles.stream().mapToLong(
				n -> n).sum()));
		}
	}

	private void outlines(final RoiSet rois, final List<ExportedRoi> chosen,
		final Path file, final boolean sides, final int limit)
	{
		if (chosen.size() > limit) summary.put("warning", "only the first " +
			limit + " of " + chosen.size() +
			" ROIs are in RoiSet.zip, since the ROI Manager is slow with more; raise limit to have all");
		try (EmVolume labels = rois.labels()) {
			final int n = Math.min(limit, chosen.size());
			AtomicFile.write(file, out -> project.wiring().outlines().write(IntStream
				.range(0, n).mapToObj(i -> {
					progress.check();
					progress.report((double) i / n, "Drawing outlines");
					return SectionMask.read(chosen.get(i), labels, sides);
				}).filter(m -> !m.isEmpty()), out));
		}
	}
}
