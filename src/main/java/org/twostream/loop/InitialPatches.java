
package org.twostream.loop;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.embed.AnsweredPatches;
import org.twostream.embed.BackgroundPatches;
import org.twostream.embed.PatchSource;
import org.twostream.embed.RoiPatchSource;
import org.twostream.roi.LabellingOptions;
import org.twostream.roi.PatchSink;
import org.twostream.roi.Proposer;
import org.twostream.roi.ProposerOptions;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.SureVolume;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * What an image encoder learns before anybody has answered (paper, section
 * 4.3): the objects of the initial labelled volume, aligned and cut as ROIs
 * are, count as True; as many places without an object count as False. The
 * paper does not say what its negative patches are. Objects are the components
 * of the labels. To be closed when nothing reads the patches any more.
 */
final class InitialPatches implements AutoCloseable {

	private static final String OBJECTS = "initial.zarr";

	private final Project project;
	private final EmVolume raw;
	private final EmVolume labels;

	/**
	 * @throws UserError if the project has no initial labelled volume
	 */
	InitialPatches(final Project project) {
		this.project = project;
		final String place = project.uri("initial raw", "", project.info()
			.initialRaw());
		final String ids = project.uri("initial labels", "", project.info()
			.initialLabels());
		raw = project.raw(place);
		labels = project.volume(ids);
	}

	/** Whether a project has an initial labelled volume. */
	static boolean known(final Project project) {
		return !project.info().initialRaw().isEmpty() && !project.info()
			.initialLabels().isEmpty();
	}

	/**
	 * The objects.
	 *
	 * @param folder where the objects' labels lie for a while
	 * @throws UserError if there is no object, or the volumes do not fit
	 */
	AnsweredPatches objects(final Path folder, final double patchNm,
		final int threads, final Progress progress)
	{
		final Target target = project.info().target();
		final Path place = folder.resolve(OBJECTS);
		Folders.remove(place);
		final VolumeInfo info = raw.info();
		final Stored stored = new Stored();
		try (VolumeWriter ids = ChunkedWriter.create(place, ChunkedSpec.of(
			PixelType.UINT64, info.xSize(), info.ySize(), info.zSize()).withVoxelSize(
				project.info().voxelSize()).withName("labels")))
		{
			new Proposer(new ProposerOptions(LabellingOptions.of(target, threads),
				OptionalDouble.of(patchNm))).propose(raw, new SureVolume(labels,
					target), project.info().voxelSize(), ids, stored::ofSize, progress);
		}
		Folders.remove(place);
		if (stored.patches.length == 0) throw new UserError(
			"The initial labels hold no object of at least " + target.minVoxels() +
				" voxels to learn from; give initial=no.");
		final PatchSource images = new RoiPatchSource(stored::read, stored.size(),
			RoiPatchSource.Kind.IMAGE);
		return new AnsweredPatches(images, LongStream.range(0, stored.size())
			.toArray(), new long[0]);
	}

	/** So many places without an object. */
	AnsweredPatches background(final long n, final double patchNm,
		final Seed seed)
	{
		return new AnsweredPatches(new BackgroundPatches(raw, new SureVolume(labels,
			Target.MITOCHONDRIA), project.info().voxelSize(), patchNm, n, seed),
			new long[0], LongStream.range(0, n).toArray());
	}

	@Override
	public void close() {
		raw.close();
		labels.close();
	}

	/** Patches in memory, (roi, {image, mask}, 112, 112). */
	private static final class Stored implements PatchSink {

		private static final long serialVersionUID = 1L;
		private static final int BOTH = 2 * PatchSource.PIXELS;

		private byte[] patches = new byte[0];

		Stored ofSize(final int n) {
			patches = new byte[Math.multiplyExact(n, BOTH)];
			return this;
		}

		int size() {
			return patches.length / BOTH;
		}

		@Override
		public void write(final int firstRoi, final byte[] group) {
			System.arraycopy(group, 0, patches, firstRoi * BOTH, group.length);
		}

		@Override
		public void sync() {
			// memory has nothing to sync
		}

		void read(final long from, final long to, final byte[] target) {
			System.arraycopy(patches, (int) from * BOTH, target, 0, (int) (to -
				from) * BOTH);
		}
	}
}
