
package org.twostream.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.block.BlockEngine;
import org.twostream.block.RunSettings;
import org.twostream.core.Answer;
import org.twostream.core.AtomicFile;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.embed.Anchors;
import org.twostream.embed.AnsweredPatches;
import org.twostream.embed.RoiPatchSource;
import org.twostream.embed.TripletRefiner;
import org.twostream.net.Engine;
import org.twostream.net.Vae;
import org.twostream.segment.LearningCurve;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * {@code refine}: encoders learn from the answers that True ROIs look alike and
 * False ones do, the image encoder unless asked otherwise, and before there are
 * answers from the initial labelled volume. What an encoder that stays as it is
 * says of the ROIs is copied.
 */
final class RefineStep {

	private static final List<String> STREAMS = List.of(EncoderSet.MASK,
		EncoderSet.IMAGE);

	private final Project project;
	private final Progress progress;

	RefineStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	/** Name of the curve in model.json. */
	static String curve(final String stream) {
		return stream.equals(EncoderSet.IMAGE) ? "triplet_curve"
			: "mask_triplet_curve";
	}

	/** What one run works with. */
	private record Run(RefineOptions options, EncoderSet old, RoiSet rois,
			long[] real, long[] unreal, boolean initial) {
	}

	StepResult run(final RefineOptions o) {
		final EncoderSet old = EncoderSet.of(project, o.encoders());
		final RoiSet rois = RoiSet.of(project, old.rois()).notEmpty();
		final Answers answers = Answers.of(rois);
		final Run run = prepare(o, old, rois, answers);
		final Json settings = new Json().put("step", "refine").put("rois", rois
			.id()).put("encoders", old.id()).put("consensus", answers.rule().text())
			.put("answers", answers.fingerprint()).put("refine", o.refine()).put(
				"anchors", o.anchors()).put("initial", run.initial()).put("iterations",
					o.iterations()).put("batch", o.batch()).put("compute", o.compute()
						.json());
		final Optional<StepResult> made = project.made(Kind.ENCODERS, settings);
		if (made.isPresent()) return made.get();
		try (Pending pending = project.begin(Kind.ENCODERS, settings)) {
			final EncoderSet set = new EncoderSet(pending.folder(), rois.id(), old
				.vae(), old.maskLatent(), old.imageLatent());
			Folders.remove(pending.folder().resolve("embedding.zarr"));
			final Json model = new Json().put("parent", old.id());
			final Json figures = new Json();
			final Map<String, String> summary = new LinkedHashMap<>();
			summary.put("true_and_false", run.real().length + " and " + run
				.unreal().length);
			for (final String stream : STREAMS) {
				if (!o.learns(stream)) {
					copy(stream, old, set);
					continue;
				}
				final LearningCurve curve = learn(stream, run, set, part(o, stream));
				model.put(curve(stream), curve.json());
				final String name = o.refine().equals("both") ? stream + "_triplet_loss"
					: "triplet_loss";
				figures.put(name, curve.lastLoss());
				summary.put(name, Figures.of(curve.lastLoss()));
			}
			set.describe(model);
			return pending.finish(figures, summary);
		}
	}

	private Progress part(final RefineOptions o, final String stream) {
		if (!o.refine().equals("both")) return progress;
		final double from = (double) STREAMS.indexOf(stream) / STREAMS.size();
		return progress.part(from, from + 1. / STREAMS.size());
	}

	/** Refuses what cannot be learned from before anything is made. */
	private Run prepare(final RefineOptions o, final EncoderSet old,
		final RoiSet rois, final Answers answers)
	{
		final long[] real = longs(answers.rows(Answer.TRUE));
		final long[] unreal = longs(answers.rows(Answer.FALSE));
		final boolean both = real.length > 0 && unreal.length > 0;
		final boolean initial = o.initial().equals("yes") || o.initial().equals(
			"auto") && !both && InitialPatches.known(project);
		if (!both && (!initial || o.learns(EncoderSet.MASK))) throw new UserError(
			"Refining an encoder needs True and False answers, and there are " +
				real.length + " True and " + unreal.length +
				" False; review more queries first.");
		if (initial && !InitialPatches.known(project)) throw new UserError(
			"initial=yes needs an initial labelled volume, and the project " + project
				.folder() + " knows none; give initial=no.");
		return new Run(o, old, rois, real, unreal, initial);
	}

	/** Refines one stream's encoder and embeds the ROIs by it. */
	private LearningCurve learn(final String stream, final Run run,
		final EncoderSet set, final Progress part)
	{
		final RefineOptions o = run.options();
		final Compute compute = o.compute();
		try (ChunkedArray stored = run.rois().patches();
				Engine engine = compute.engine();
				BlockEngine blocks = project.blocks(compute.threads()))
		{
			final RoiPatchSource patches = new RoiPatchSource(stored::readRows, run
				.rois().table().size(), stream.equals(EncoderSet.IMAGE)
					? RoiPatchSource.Kind.IMAGE : RoiPatchSource.Kind.MASK);
			final LearningCurve curve;
			try (Vae vae = run.old().vae(engine, stream)) {
				curve = refine(vae, stream, patches, run, set, part.part(0, 0.9));
				vae.save(set.weights(stream));
			}
			set.embed(stream, patches, compute, blocks, RunSettings.of(2,
				"Embedding patches"), part.part(0.9, 1));
			return curve;
		}
	}

	private LearningCurve refine(final Vae vae, final String stream,
		final RoiPatchSource patches, final Run run, final EncoderSet set,
		final Progress part)
	{
		final RefineOptions o = run.options();
		final List<AnsweredPatches> learned = new ArrayList<>();
		learned.add(new AnsweredPatches(patches, run.real(), run.unreal()));
		if (!run.initial() || !stream.equals(EncoderSet.IMAGE)) return refine(vae,
			stream, learned, o, part);
		try (InitialPatches initial = new InitialPatches(project)) {
			final double nm = run.rois().patchNm();
			final AnsweredPatches objects = initial.objects(set.folder(), nm, o
				.compute().threads(), part.part(0, 0.1));
			learned.add(objects);
			learned.add(initial.background(objects.real().length, nm, o.compute()
				.seed()));
			return refine(vae, stream, learned, o, part.part(0.1, 1));
		}
	}

	private static LearningCurve refine(final Vae vae, final String stream,
		final List<AnsweredPatches> learned, final RefineOptions o,
		final Progress part)
	{
		return new TripletRefiner(vae, learned, Anchors.named(o.anchors()), o
			.compute().seed().of(stream.equals(EncoderSet.IMAGE) ? "triplets"
				: "mask triplets")).refine(TripletRefiner.optimizer(o.iterations()), o
					.batch(), o.compute().threads(), part);
	}

	private static long[] longs(final int[] rows) {
		return Arrays.stream(rows).asLongStream().toArray();
	}

	private static void copy(final String stream, final EncoderSet from,
		final EncoderSet to)
	{
		try {
			Files.deleteIfExists(to.weights(stream));
			Files.copy(from.weights(stream), to.weights(stream));
			Folders.copy(from.embedding(stream), to.embedding(stream));
		}
		catch (final IOException e) {
			throw AtomicFile.failure(to.folder(), e);
		}
	}
}
