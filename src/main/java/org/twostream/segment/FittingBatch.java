
package org.twostream.segment;

import java.util.List;

import org.twostream.core.UserError;
import org.twostream.net.DeviceMemory;
import org.twostream.net.Engine;
import org.twostream.net.InferenceNetwork;
import org.twostream.net.Tensor;
import org.twostream.volume.VolumeInfo;

/**
 * How many windows go through a network at once where nobody says: as many as
 * keep the device busy, but no more than its memory takes, of which one trial
 * window tells, nor than the volume has.
 */
public final class FittingBatch {

	/** Voxels that keep a processor's cores busy: one window of 160x160x8. */
	private static final int CPU_VOXELS = 204_800;
	/** The same for a graphics card. */
	private static final int CUDA_VOXELS = 16 * CPU_VOXELS;
	/** Share of the free memory that is counted on. */
	private static final double SHARE = 0.6;

	private FittingBatch() {}

	/**
	 * Runs one window of zeros through each network where more than one could be
	 * taken.
	 *
	 * @return 1 or more
	 * @throws UserError if the memory does not do for one window
	 */
	public static int of(final Engine engine,
		final List<? extends InferenceNetwork> networks, final SlidingWindow how,
		final VolumeInfo volume)
	{
		final WindowSize window = how.window();
		final long windows = (long) how.xLattice(volume.xSize()).count() * how
			.yLattice(volume.ySize()).count() * how.zLattice(volume.zSize()).count();
		final int useful = (int) Math.min(windows, (engine.device().startsWith(
			"cuda") ? CUDA_VOXELS : CPU_VOXELS) / window.voxels());
		if (useful <= 1) return 1;
		final DeviceMemory found = engine.memory(() -> {
			for (final InferenceNetwork network : networks)
				new ForwardPass().of(network, Tensor.zeros(1, 1, window.z(), window.y(),
					window.x()));
		});
		return fitting(useful, found);
	}

	/**
	 * @param useful more gain nothing
	 * @param found what one window needed and what is left
	 */
	static int fitting(final int useful, final DeviceMemory found) {
		if (found.needed() == 0) return useful;
		final double more = SHARE * found.free() / found.needed();
		return (int) Math.max(1, Math.min(useful, 1 + more));
	}
}
