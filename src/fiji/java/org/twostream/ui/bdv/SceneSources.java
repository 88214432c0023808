
package org.twostream.ui.bdv;

import java.util.Optional;
import java.util.function.Consumer;

import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.twostream.core.VoxelSize;
import org.twostream.review.session.ReviewScene;
import org.twostream.volume.EmVolume;

import bdv.cache.SharedQueue;
import bdv.util.Bdv;
import bdv.util.BdvFunctions;
import bdv.util.BdvHandle;
import bdv.util.BdvStackSource;

/** Raw data in grey, and the channels of the probability as a tint over it. */
final class SceneSources implements AutoCloseable {

	/** Dark, since sources add up: certain voxels stay readable. */
	private static final int[] TINTS = { 0xff603800, 0xff003a60, 0xff500050 };
	private static final int THREADS = Math.max(2, Math.min(8, Runtime
		.getRuntime().availableProcessors() - 1));
	/** Levels that are told apart when it comes to what is read first. */
	private static final int PRIORITIES = 16;

	private final ReviewScene scene;
	private final SharedQueue queue = new SharedQueue(THREADS, PRIORITIES);
	private final VolumeSource volumes;

	/** @param failed hears why something could not be read */
	SceneSources(final ReviewScene scene, final VoxelSize voxel,
		final Consumer<String> failed)
	{
		this.scene = scene;
		volumes = new VolumeSource(voxel, queue, failed);
	}

	void show(final BdvHandle bdv) {
		bdv.getCacheControls().addCacheControl(queue);
		add(bdv, scene.raw(), 0, "raw", 0xffffffff);
		final Optional<EmVolume> probability = scene.probability();
		if (probability.isEmpty()) return;
		final int channels = probability.get().info().channels();
		for (int c = 0; c < channels; c++)
			add(bdv, probability.get(), c, channels == 1 ? "probability"
				: "probability " + (c + 1), TINTS[c % TINTS.length]);
	}

	private void add(final BdvHandle bdv, final EmVolume volume,
		final int channel, final String name, final int colour)
	{
		final BdvStackSource<UnsignedByteType> shown = BdvFunctions.show(volumes.of(
			volume, channel, name), Bdv.options().addTo(bdv));
		shown.setDisplayRangeBounds(0, 255);
		shown.setDisplayRange(0, 255);
		shown.setColor(new ARGBType(colour));
	}

	/** Returns when nothing is read any more. */
	@Override
	public void close() {
		volumes.close();
		queue.shutdown();
	}
}
