
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.twostream.block.BlockEngine;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.roi.Connectivity;
import org.twostream.roi.LabellingOptions;
import org.twostream.roi.PatchScale;
import org.twostream.roi.PatchSink;
import org.twostream.roi.PolarityRule;
import org.twostream.roi.Proposer;
import org.twostream.roi.ProposerOptions;
import org.twostream.roi.split.SplitRule;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ArraySpec;
import org.twostream.volume.chunked.ChunkedArray;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/** {@code propose}: probabilities become ROIs with aligned patches. */
final class ProposeStep {

	private static final int PATCH_EDGE = 112;
	/**
	 * A page shows patches from all over the file: small chunks decode little in
	 * vain (docs/results/review.md). Divides {@link PatchSink#GROUP}.
	 */
	private static final int PATCHES_PER_CHUNK = 16;
	/** What was found before it was split; only while the step runs. */
	private static final String COMPONENTS = "components.zarr";
	private static final String RECALL = "recall:";

	private final Project project;
	private final Progress progress;

	ProposeStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	/** A prediction of the project, or one made elsewhere. */
	private String prediction(final ProposeOptions o) {
		if (!o.prediction().isEmpty() && !o.prediction().matches("\\d+"))
			return Project.absolute(o.prediction());
		return project.path(Kind.PREDICTION, project.require(Kind.PREDICTION, o
			.prediction(), "predict")).toString();
	}

	private double threshold(final ProposeOptions o) {
		final String text = o.threshold().isEmpty() ? "0.5" : o.threshold();
		try {
			if (!text.startsWith(RECALL)) return Double.parseDouble(text);
			final double recall = Double.parseDouble(text.substring(RECALL.length()));
			final String id = project.require(Kind.PREDICTION, o.prediction(),
				"predict");
			final String base = project.record(Kind.PREDICTION, id).object("settings")
				.string("base");
			if (base.contains(",")) throw new UserError("threshold=" + text +
				" needs the validation of one base model, but prediction " + id +
				" is the mean of " + base + "; give a number in 0..1.");
			return BaseModel.of(project, base).validation().thresholdFor(recall);
		}
		catch (final NumberFormatException e) {
			throw new UserError("threshold=" + text +
				" is neither a number in 0..1 nor recall:R; give for example threshold=0.5 or threshold=recall:0.94.",
				e);
		}
	}

	private LabellingOptions labelling(final ProposeOptions o) {
		final LabellingOptions usual = LabellingOptions.of(project.info().target(),
			o.compute().threads());
		return new LabellingOptions(threshold(o), o.minVoxels() == 0 ? usual
			.minVoxels() : o.minVoxels(), Connectivity.of(o.connectivity() == 0 ? 26
				: o.connectivity()), usual.polarity(), usual.threads(), usual.block())
			.withPeak(o.peak()).withPieces(PolarityRule.of(o.smallPieces()));
	}

	/** Everything that decides the bytes of the result. */
	Json settings(final ProposeOptions o) {
		final LabellingOptions l = labelling(o);
		final Json json = new Json().put("step", "propose").put("raw", project
			.info().raw()).put("prediction", project.relative(prediction(o))).put(
				"threshold", l.threshold()).put("threshold_key", o.threshold()).put(
					"min_voxels", l.minVoxels()).put("connectivity", l.connectivity()
						.neighbours()).put("patch_nm", o.patchNm());
		if (l.peak() > 0) json.put("peak", l.peak());
		if (l.polarity().equals(Optional.of(PolarityRule.ALL_PIECES_KEPT))) json
			.put("small_pieces", o.smallPieces());
		if (o.isExclusive()) json.put(RoiSet.EXCLUSIVE, o.exclusive());
		if (PatchScale.of(o.patchScale()) != PatchScale.KEPT) json.put(
			"patch_scale", o.patchScale());
		if (SplitRule.of(o.split()) != SplitRule.NONE) json.put("split", o.split())
			.put("split_depth", depth(o));
		return json;
	}

	private double depth(final ProposeOptions o) {
		return o.splitDepth() == 0 ? SplitRule.of(o.split()).usualDepth(project
			.info().voxelSize()) : o.splitDepth();
	}

	private ProposerOptions proposer(final ProposeOptions o) {
		final LabellingOptions labelling = labelling(o);
		return new ProposerOptions(labelling, o.patchNm() == 0 ? OptionalDouble
			.empty() : OptionalDouble.of(o.patchNm()), PatchScale.of(o.patchScale()),
			SplitRule.of(o.split()).splitter(depth(o), labelling.minVoxels()));
	}

	StepResult run(final ProposeOptions o) {
		final Json settings = settings(o);
		if (o.isExclusive() && project.info().target() != Target.POLARITY)
			throw new UserError("exclusive=yes is for target polarity, not for " +
				project.info().target().text() + "; leave exclusive out.");
		if (o.patchNm() < 0) throw new UserError("patch_nm=" + o.patchNm() +
			" is negative; give the side of a patch in nm, or 0 for the default.");
		final ProposerOptions proposer = proposer(o);
		final Optional<StepResult> made = project.made(Kind.ROIS, settings);
		if (made.isPresent()) return made.get();
		try (EmVolume raw = project.raw();
				EmVolume probability = RoiSet.probability(project.volume(prediction(o)),
					settings);
				BlockEngine blocks = project.blocks(1))
		{
			checkChannels(probability.info());
			try (Pending pending = project.begin(Kind.ROIS, settings)) {
				final Proposer.Proposal found = propose(raw, probability, proposer,
					pending.folder(), settings, blocks);
				found.table().write(pending.folder().resolve(RoiSet.TABLE));
				Folders.removeEndingWith(pending.folder(), ".done");
				Folders.remove(pending.folder().resolve(COMPONENTS));
				final int n = found.table().size();
				final Map<String, String> summary = new LinkedHashMap<>();
				summary.put("rois", Integer.toString(n));
				summary.put("threshold", Double.toString(settings.number("threshold")));
				if (settings.has("split")) note(found.cuts(), summary);
				CarriedVerdicts.write(project, found.table(), pending.folder(),
					summary);
				if (n > 0) summary.put("patch_nm", Long.toString(Math.round(found
					.patchNm())));
				else summary.put("warning",
					"nothing reaches this threshold and size; lower threshold or min_voxels");
				return pending.finish(new Json().put("rois", n).put("patch_nm", found
					.patchNm()), summary);
			}
		}
	}

	private static void note(final Proposer.Cuts cuts,
		final Map<String, String> summary)
	{
		summary.put("split", Integer.toString(cuts.split()));
		if (cuts.tooLarge() > 0) summary.put("too_large_to_split", Integer.toString(
			cuts.tooLarge()));
	}

	private void checkChannels(final VolumeInfo probability) {
		final int wanted = project.info().target().channels();
		if (probability.channels() != wanted) throw new UserError(
			"The prediction has " + probability.channels() + " channels where " +
				project.info().target().text() + " needs " + wanted +
				"; choose another prediction or project.");
	}

	private Proposer.Proposal propose(final EmVolume raw,
		final EmVolume probability, final ProposerOptions options,
		final Path folder, final Json settings, final BlockEngine blocks)
	{
		try (VolumeWriter labels = labels(folder.resolve(RoiSet.LABELS), raw
			.info()))
		{
			final List<ChunkedArray> open = new ArrayList<>();
			try {
				return new Proposer(options).resuming(folder, settings.line()).on(
					blocks).through(() -> labels(folder.resolve(COMPONENTS), raw.info()))
					.propose(raw, probability, project.info().voxelSize(), labels, n -> {
						open.add(patches(folder.resolve(RoiSet.PATCHES), n));
						return new Patches(open.get(0));
					}, progress);
			}
			finally {
				open.forEach(ChunkedArray::close);
			}
		}
	}

	private VolumeWriter labels(final Path place, final VolumeInfo raw) {
		if (Files.exists(place)) return ChunkedWriter.reopen(place);
		return ChunkedWriter.create(place, ChunkedSpec.of(PixelType.UINT64, raw
			.xSize(), raw.ySize(), raw.zSize()).withVoxelSize(project.info()
				.voxelSize()).withName("labels"));
	}

	/** The array that takes the patches of so many ROIs. */
	private static ChunkedArray patches(final Path place, final int n) {
		if (Files.exists(place)) return ChunkedArray.open(place);
		return ChunkedArray.create(place, ArraySpec.of(PixelType.UINT8, List.of(
			(long) n, 2L, (long) PATCH_EDGE, (long) PATCH_EDGE), List.of(
				PATCHES_PER_CHUNK, 2, PATCH_EDGE, PATCH_EDGE)));
	}

	/** Patches as rows of an array, opened once their number is known. */
	private record Patches(ChunkedArray array) implements PatchSink {

		@Override
		public void write(final int firstRoi, final byte[] patches) {
			final int n = patches.length / (2 * PATCH_EDGE * PATCH_EDGE);
			array.writeRows(firstRoi, firstRoi + (long) n, patches);
		}

		@Override
		public void sync() {
			array.sync();
		}
	}
}
