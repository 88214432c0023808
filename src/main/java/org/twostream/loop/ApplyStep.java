
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.twostream.block.BlockGrid;
import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.review.Decision;
import org.twostream.review.DecisionTable;
import org.twostream.review.consensus.ConsensusRule;
import org.twostream.review.spread.Spread;
import org.twostream.review.spread.SpreadRule;
import org.twostream.review.spread.Spreading;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * {@code apply}: answers become a decision for every ROI and a label volume
 * without the ones that were decided False and with the missed objects.
 */
final class ApplyStep {

	static final String TABLE = "decisions.tsv";
	private static final String LABELS = "labels.zarr";

	private final Project project;
	private final Progress progress;

	ApplyStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	StepResult run(final ApplyOptions o) {
		final ReviewStep.Batch batch = ReviewStep.Batch.of(project, o.queries());
		final RoiSet rois = batch.rois();
		final ConsensusRule rule = ConsensusRule.named(o.consensus());
		final Answers answers = Answers.of(rois, rule, Answers.until(o.until()));
		final Json settings = new Json().put("step", "apply").put("rois", rois.id())
			.put("queries", batch.id()).put("consensus", rule.text()).put("until", o
				.until()).put("answers", answers.fingerprint());
		answers.noteMissed(settings);
		final SpreadRule spread = SpreadRule.named(o.spread(), batch.suggestion()
			.strategy());
		if (spread != SpreadRule.MAJORITY) settings.put("spread", spread.text())
			.put("seed", o.compute().seed().value());
		final Set<Integer> audited = batch.suggestion().audited();
		if (!audited.isEmpty()) settings.put("enough", o.enough());
		final Optional<StepResult> made = project.made(Kind.DECISIONS, settings);
		if (made.isPresent()) return made.get();
		final Spreading spreading = new Spreading(batch.suggestion().places(),
			answers.byRow(), answers.probabilities(), () -> EncoderSet.of(project,
				batch.encoders()).embeddings(), o.compute().seed().of("spread"), o
					.compute().threads());
		final Spread spreads = spread.spread(spreading);
		final List<Decision> decisions = spreads.decisions();
		final Audit audit = Audit.of(audited, spread, spreading);
		final long kept = decisions.stream().filter(Decision::keeps).count();
		try (Pending pending = project.begin(Kind.DECISIONS, settings)) {
			final MissedSet missed = MissedSet.of(rois, answers);
			writeLabels(missed, decisions, pending.folder(), settings, o.compute()
				.threads());
			DecisionTable.write(decisions, rois.ids(), pending.folder().resolve(
				TABLE));
			missed.write(pending.folder().resolve(MissedSet.TABLE));
			final Map<String, String> summary = new LinkedHashMap<>();
			summary.put("answered", Integer.toString(answers.byRow().size()));
			final int ties = answers.consensus().ties().size();
			if (ties > 0) summary.put("ties", Integer.toString(ties));
			summary.put("kept", Long.toString(kept));
			summary.put("removed", Long.toString(decisions.size() - kept));
			summary.put("missed", missed.text());
			audit.note(summary, o.enough());
			if (!spreads.notes().isEmpty()) summary.put("note", String.join(" ",
				spreads.notes()));
			answers.note(summary);
			final Json figures = new Json().put("kept", kept).put("removed", decisions
				.size() - kept).put("ties", ties).put("missed", missed.objects()
					.size());
			if (audit.isThere()) figures.put("audit", audit.json(o.enough()));
			return pending.finish(figures, summary);
		}
	}

	private void writeLabels(final MissedSet missed,
		final List<Decision> decisions, final Path folder, final Json settings,
		final int threads)
	{
		final RoiSet rois = missed.rois();
		final BitSet removed = new BitSet();
		for (final Decision d : decisions)
			if (!d.keeps()) removed.set(Math.toIntExact(rois.table().get(d.row())
				.id()));
		final boolean polarity = project.info().target() == Target.POLARITY;
		final Path place = folder.resolve(LABELS);
		try (EmVolume labels = rois.labels();
				VolumeWriter out = writer(place, labels.info()))
		{
			final VolumeInfo info = out.info();
			final BlockGrid grid = new BlockGrid(info.box(), edge(info.xChunk()),
				edge(info.yChunk()), edge(info.zChunk()));
			BlockRunner.local(RunSettings.of(threads, "Writing corrected labels")
				.resuming(folder.resolve("done.txt"), settings.line())).run(grid,
					block -> {
						final long[] ids = labels.ids(0, block.core());
						for (int i = 0; i < ids.length; i++)
							if (ids[i] != 0 && removed.get(Math.toIntExact(polarity
								? (ids[i] + 1) / 2 : ids[i]))) ids[i] = 0;
						missed.label(block.core(), ids);
						out.write(0, block.core(), ids);
						out.sync();
						return null;
					}, progress);
		}
		Folders.remove(folder.resolve("done.txt"));
	}

	private static int edge(final int chunk) {
		return chunk * Math.max(1, 128 / chunk);
	}

	private VolumeWriter writer(final Path place, final VolumeInfo info) {
		if (Files.exists(place)) return ChunkedWriter.reopen(place);
		return ChunkedWriter.create(place, ChunkedSpec.of(PixelType.UINT64, info
			.xSize(), info.ySize(), info.zSize()).withVoxelSize(project.info()
				.voxelSize()).withName("labels"));
	}
}
