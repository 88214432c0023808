
package org.twostream.roi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.twostream.block.BlockEngine;
import org.twostream.block.BlockSize;
import org.twostream.block.RunSettings;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.roi.split.Splitter;
import org.twostream.volume.EightBitVolume;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;

/**
 * The step propose without its files: finds objects, writes their labels, turns
 * them and cuts their patches. Works block by block and group by group; memory
 * is set by the block and the number of ROIs. Immutable; thread-safe.
 */
public final class Proposer {

	private final ProposerOptions options;
	private final Optional<Resume> resume;
	private final BlockEngine engine;
	private final Supplier<VolumeWriter> scratch;

	private record Resume(Path folder, String inputs) {

		Optional<RunSettings.Resume> of(final String part) {
			return Optional.of(new RunSettings.Resume(folder.resolve(part + ".done"),
				inputs));
		}
	}

	/**
	 * What was found.
	 *
	 * @param table the turned ROIs
	 * @param patchNm side of their patches, nm
	 * @param cuts what was split
	 */
	public record Proposal(RoiTable table, double patchNm, Cuts cuts) {
	}

	/**
	 * What became of components.
	 *
	 * @param split those that are several ROIs now
	 * @param tooLarge those of more than 2^24 voxels, which are never split
	 */
	public record Cuts(int split, int tooLarge) {
	}

	private Proposer(final ProposerOptions options, final Optional<Resume> resume,
		final BlockEngine engine, final Supplier<VolumeWriter> scratch)
	{
		this.options = options;
		this.resume = resume;
		this.engine = engine;
		this.scratch = scratch;
	}

	/**
	 * A proposer that starts from the beginning each time, on threads of this
	 * process.
	 */
	public Proposer(final ProposerOptions options) {
		this(options, Optional.empty(), BlockEngine.local(), () -> {
			throw new IllegalStateException("No place for components");
		});
	}

	/**
	 * The same, working elsewhere; then raw volume, prediction, labels and
	 * patches must be such as can be sent there.
	 */
	public Proposer on(final BlockEngine other) {
		return new Proposer(options, resume, other, scratch);
	}

	/**
	 * One that leaves out label blocks and patches that an earlier run with the
	 * same options and inputs has written to the same places.
	 *
	 * @param folder gets files that end with .done; they may be deleted after the
	 *          run
	 * @param inputs text that says which volumes are read
	 */
	public Proposer resuming(final Path folder, final String inputs) {
		return new Proposer(options, Optional.of(new Resume(folder, inputs + "\n" +
			options.labelling().text())), engine, scratch);
	}

	/**
	 * The same with a place for what is found before it is split.
	 *
	 * @param components opens a volume like the labels; called and closed only
	 *          when there is a splitter. It may be deleted after the run
	 */
	public Proposer through(final Supplier<VolumeWriter> components) {
		return new Proposer(options, resume, engine, components);
	}

	/**
	 * @param raw 8-bit; channel 0 goes into the patches
	 * @param probability of the same size, 8-bit, channels as the target has them
	 * @param voxelSize nm
	 * @param labels 64-bit, of the same size; not closed here
	 * @param patches opens the place for the patches of so many ROIs; not called
	 *          when nothing was found
	 * @return the ROIs; none is a result, too
	 * @throws UserError if the volumes do not fit each other or the options, or
	 *           the disk refuses
	 * @throws org.twostream.core.Cancelled if cancelled
	 */
	public Proposal propose(final EmVolume raw, final EmVolume probability,
		final VoxelSize voxelSize, final VolumeWriter labels,
		final IntFunction<? extends PatchSink> patches, final Progress progress)
	{
		check(raw.info(), probability.info());
		options.patchNm().ifPresent(nm -> check(nm, voxelSize));
		new PatchSampler(raw);
		final VolumeInfo to = labels.info();
		final BlockSize block = options.labelling().block().roundedUpTo(to.xChunk(),
			to.yChunk(), to.zChunk());
		final LabellingOptions labelling = options.labelling().withBlock(block);
		final ComponentLabelling objects = ComponentLabelling.of(probability,
			Optional.of(EightBitVolume.stored(raw)), labelling, engine, progress.part(
				0, 0.4));
		final Found found = options.splitter().isEmpty() ? whole(objects, voxelSize,
			labels, progress.part(0.4, 0.7)) : split(options.splitter().get(),
				objects, raw, probability, labelling, voxelSize, labels, progress.part(
					0.4, 0.7));
		final RoiPatches cutter = new RoiPatches(labels.reader(), labelling
			.polarity().isPresent(), labelling.threads(), engine);
		final RoiPatches.Aligned aligned = cutter.align(new RoiTable(voxelSize,
			found.rois()), progress.part(0.7, 0.8));
		final double patchNm = options.patchNm().orElse(aligned.patchNm());
		final int n = found.rois().size();
		if (n > 0) cutter.cut(aligned.table(), raw, patchNm, options.scale(),
			patches.apply(n), part("patches"), progress.part(0.8, 1));
		return new Proposal(aligned.table(), patchNm, found.cuts());
	}

	private record Found(List<Roi> rois, Cuts cuts) {
	}

	private Optional<RunSettings.Resume> part(final String name) {
		return resume.flatMap(r -> r.of(name));
	}

	private Found whole(final ComponentLabelling objects,
		final VoxelSize voxelSize, final VolumeWriter labels,
		final Progress progress)
	{
		objects.write(labels, part("labels"), progress);
		return new Found(objects.rois(voxelSize), new Cuts(0, 0));
	}

	private Found split(final Splitter splitter, final ComponentLabelling objects,
		final EmVolume raw, final EmVolume probability,
		final LabellingOptions labelling, final VoxelSize voxelSize,
		final VolumeWriter labels, final Progress progress)
	{
		try (VolumeWriter components = scratch.get()) {
			objects.write(components, part("components"), progress.part(0, 0.3));
			final ObjectSplitting parts = ObjectSplitting.of(components.reader(),
				new RoiTable(voxelSize, objects.rois(voxelSize)), EightBitVolume.stored(
					raw), probability, labelling, splitter, engine, progress.part(0.3,
						0.7));
			parts.write(labels, part("labels"), progress.part(0.7, 1));
			return new Found(parts.rois(), parts.cuts());
		}
	}

	private static void check(final VolumeInfo raw,
		final VolumeInfo probability)
	{
		if (!raw.box().equals(probability.box())) throw new UserError(
			"The prediction is " + size(probability) +
				" voxels (x, y, z) and the raw volume " + size(raw) +
				"; give a prediction of this raw volume.");
	}

	private static void check(final double patchNm, final VoxelSize size) {
		final double most = PatchFrame.SIDE * PatchSampler.MOST_POINTS * Math.min(
			size.x(), size.y());
		if (patchNm > most) throw new UserError("patch_nm=" + patchNm +
			" makes a pixel of more than " + PatchSampler.MOST_POINTS +
			" voxels; give at most " + Math.round(most) + " nm.");
	}

	private static String size(final VolumeInfo info) {
		return info.xSize() + " x " + info.ySize() + " x " + info.zSize();
	}
}
