
package org.twostream.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import org.twostream.core.AtomicFile;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.roi.Connectivity;
import org.twostream.roi.TruthInstances;
import org.twostream.roi.TruthMatch;
import org.twostream.roi.TruthOracle;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * The truth of a project's raw volume. A mask, which has one value for all
 * objects, is labelled once and kept under cache/, which may be deleted.
 *
 * @param project it belongs to
 * @param uri absolute
 */
record Truth(Project project, String uri) {

	/**
	 * @param asked value of the key {@code truth}, "" for the project's
	 * @throws UserError if there is none or it has another size than the raw
	 *           volume
	 */
	static Truth of(final Project project, final String asked) {
		final Truth truth = new Truth(project, project.uri("truth", asked, project
			.info().truth()));
		try (EmVolume raw = project.raw(); EmVolume labels = truth.labels()) {
			final VolumeInfo r = raw.info();
			final VolumeInfo t = labels.info();
			if (!r.box().equals(t.box())) throw new UserError("The truth has " + t
				.xSize() + " x " + t.ySize() + " x " + t.zSize() +
				" voxels (x, y, z) and the raw volume " + r.xSize() + " x " + r
					.ySize() + " x " + r.zSize() + "; give the truth of that volume.");
		}
		return truth;
	}

	/** As stored: ids or a mask. */
	EmVolume labels() {
		return project.volume(uri);
	}

	/** Objects by id. */
	EmVolume instances(final int threads, final Progress progress) {
		final EmVolume labels = labels();
		final TruthInstances instances = new TruthInstances(labels, threads);
		if (project.info().target() == Target.POLARITY || instances.areIds(
			progress)) return labels;
		final Path home = project.folder().resolve("cache");
		final String name = "truth-" + Long.toHexString(new Seed(0).of(uri)
			.value());
		final Path whole = home.resolve(name + ".zarr");
		if (!Files.exists(whole)) label(instances, labels.info(), home.resolve(
			name + ".partial.zarr"), whole, progress);
		labels.close();
		return project.volume(whole.toString());
	}

	private static void label(final TruthInstances instances,
		final VolumeInfo info, final Path partial, final Path whole,
		final Progress progress)
	{
		Folders.remove(partial);
		try (VolumeWriter out = ChunkedWriter.create(partial, ChunkedSpec.of(
			PixelType.UINT64, info.xSize(), info.ySize(), info.zSize()).withVoxelSize(
				info.voxelSize()).withName("truth")))
		{
			instances.relabel(Connectivity.TWENTY_SIX, out, Optional.empty(),
				progress);
		}
		try {
			Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(whole, e);
		}
	}

	/** By row, whether the oracle calls the ROI True. */
	boolean[] matches(final RoiSet rois, final int threads,
		final Progress progress)
	{
		final List<TruthMatch> matches = match(rois, threads, progress);
		final boolean[] real = new boolean[matches.size()];
		for (int i = 0; i < real.length; i++)
			real[i] = matches.get(i).real();
		return real;
	}

	/** By row, which object of the truth the ROI stands for. */
	List<TruthMatch> match(final RoiSet rois, final int threads,
		final Progress progress)
	{
		try (EmVolume truth = instances(threads, progress.part(0, 0.5));
				EmVolume masks = rois.labels())
		{
			return new TruthOracle(truth, project.info().target() == Target.POLARITY,
				threads).match(rois.table(), masks, progress.part(0.5, 1));
		}
	}
}
