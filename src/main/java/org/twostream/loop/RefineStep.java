
package org.twostream.loop;

import java.io.IOException;
import java.nio.file.Files;
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
import org.twostream.embed.AnsweredPatches;
import org.twostream.embed.RoiPatchSource;
import org.twostream.embed.TripletRefiner;
import org.twostream.net.Engine;
import org.twostream.net.Vae;
import org.twostream.segment.LearningCurve;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * {@code refine}: the image encoder learns from the answers that True ones look
 * alike and False ones do; the mask encoder stays as it is.
 */
final class RefineStep {

	private final Project project;
	private final Progress progress;

	RefineStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	StepResult run(final RefineOptions o) {
		final EncoderSet old = EncoderSet.of(project, o.encoders());
		final RoiSet rois = RoiSet.of(project, old.rois()).notEmpty();
		final Answers answers = Answers.of(rois);
		final Json settings = new Json().put("step", "refine").put("rois", rois
			.id()).put("encoders", old.id()).put("consensus", answers.rule().text())
			.put("answers", answers.fingerprint()).put("iterations", o.iterations())
			.put("batch", o.batch()).put("compute", o.compute().json());
		final Optional<StepResult> made = project.made(Kind.ENCODERS, settings);
		if (made.isPresent()) return made.get();
		try (ChunkedArray stored = rois.patches();
				Engine engine = o.compute().engine();
				BlockEngine blocks = project.blocks(o.compute().threads());
				Vae vae = old.vae(engine, EncoderSet.IMAGE))
		{
			final RoiPatchSource images = new RoiPatchSource(stored::readRows, rois
				.table().size(), RoiPatchSource.Kind.IMAGE);
			final TripletRefiner refiner = new TripletRefiner(vae, List.of(
				new AnsweredPatches(images, longs(answers.rows(Answer.TRUE)), longs(
					answers.rows(Answer.FALSE)))), o.compute().seed().of("triplets"));
			try (Pending pending = project.begin(Kind.ENCODERS, settings)) {
				final LearningCurve curve = refiner.refine(TripletRefiner.optimizer(o
					.iterations()), o.batch(), o.compute().threads(), progress.part(0,
						0.9));
				final EncoderSet set = new EncoderSet(pending.folder(), rois.id(), old
					.maskLatent(), old.imageLatent());
				Folders.remove(pending.folder().resolve("embedding.zarr"));
				copyMaskStream(old, set);
				vae.save(set.weights(EncoderSet.IMAGE));
				set.embed(EncoderSet.IMAGE, images, o.compute(), blocks, RunSettings.of(
					2, "Embedding patches"), progress.part(0.9, 1));
				set.describe(new Json().put("parent", old.id()).put("triplet_curve",
					curve.json()));
				final Map<String, String> summary = new LinkedHashMap<>();
				summary.put("true_and_false", answers.rows(Answer.TRUE).length +
					" and " + answers.rows(Answer.FALSE).length);
				summary.put("triplet_loss", Figures.of(curve.lastLoss()));
				return pending.finish(new Json().put("triplet_loss", curve.lastLoss()),
					summary);
			}
		}
	}

	private static long[] longs(final int[] rows) {
		return java.util.Arrays.stream(rows).asLongStream().toArray();
	}

	private static void copyMaskStream(final EncoderSet from,
		final EncoderSet to)
	{
		try {
			Files.deleteIfExists(to.weights(EncoderSet.MASK));
			Files.copy(from.weights(EncoderSet.MASK), to.weights(EncoderSet.MASK));
			Folders.copy(from.embedding(EncoderSet.MASK), to.embedding(
				EncoderSet.MASK));
		}
		catch (final IOException e) {
			throw AtomicFile.failure(to.folder(), e);
		}
	}
}
