
package org.twostream.review.scene;

import java.util.ArrayList;
import java.util.List;

import org.twostream.volume.EmVolume;

/**
 * The resolutions of a volume: those that it is stored in, and coarser ones of
 * a plane made from the voxels next to each other in it. Immutable.
 */
final class GreyLayers {

	private final VoxelGrid grid;
	/** Finest first. */
	private final List<GreyLayer> stored = new ArrayList<>();

	GreyLayers(final EmVolume volume, final VoxelGrid grid) {
		this.grid = grid;
		stored.add(new GreyLayer(volume, 1, 1, 1, GreyLayer.Coarseness.NONE));
		for (final EmVolume coarser : volume.coarser())
			stored.add(new GreyLayer(coarser, 1, 1, 1, coarseness(volume, coarser)));
	}

	private static GreyLayer.Coarseness coarseness(final EmVolume fine,
		final EmVolume coarse)
	{
		return new GreyLayer.Coarseness(factor(fine.info().xSize(), coarse.info()
			.xSize()), factor(fine.info().ySize(), coarse.info().ySize()), factor(fine
				.info().zSize(), coarse.info().zSize()));
	}

	private static int factor(final long fine, final long coarse) {
		return (int) Math.max(1, Math.round((double) fine / coarse));
	}

	/**
	 * The coarsest layer that still has a voxel per pixel.
	 *
	 * @param coarser times so many fewer voxels along both axes, a power of two
	 */
	GreyLayer fitting(final PlaneView view, final int coarser) {
		final int right = view.axis().right();
		final int down = view.axis().down();
		final double u = view.nmPerPixel() / grid.edge(right) * coarser;
		final double v = view.nmPerPixel() / grid.edge(down) * coarser;
		GreyLayer base = stored.get(0);
		for (final GreyLayer layer : stored)
			if (layer.factor(right) <= Math.max(1, u) && layer.factor(down) <= Math
				.max(1, v)) base = layer;
		final int[] own = { 1, 1, 1 };
		own[right] = power(u / base.factor(right));
		own[down] = power(v / base.factor(down));
		return new GreyLayer(base.volume(), own[0], own[1], own[2], base.base());
	}

	private static int power(final double most) {
		return most < 2 ? 1 : Integer.highestOneBit((int) Math.min(most, 1 << 20));
	}

	/** Stored layers that are coarser than one, finest first. */
	List<GreyLayer> coarserThan(final GreyLayer layer) {
		return stored.stream().filter(s -> s.factor(0) > layer.factor(0) && s
			.factor(1) > layer.factor(1)).toList();
	}
}
