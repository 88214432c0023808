
package org.twostream.roi.split;

import java.util.Arrays;

import org.twostream.core.Box;

/**
 * How far a voxel's centre is from the nearest voxel outside the object, nm,
 * with the edges that voxels have. Beyond the volume nothing is known, and
 * nothing is outside. Exact: squared distances along x, then the lower envelope
 * of parabolas along y and z (Felzenszwalb and Huttenlocher, Theory of
 * Computing 2012), within each stretch of the object by itself, since what lies
 * beyond a voxel outside is farther away than that voxel. An object that fills
 * its volume is 0 high.
 */
record DistanceHeight() implements HeightMap {

	@Override
	public float[] of(final ObjectVoxels object) {
		final double[] squared = alongX(object);
		final Box volume = object.volume();
		final Lines lines = new Lines(object, squared);
		lines.pass(Neighbourhood.Y_BEFORE, Neighbourhood.Y_AFTER, object.voxelSize()
			.y(), volume.yMin(), volume.yMax(), true);
		lines.pass(Neighbourhood.Z_BEFORE, Neighbourhood.Z_AFTER, object.voxelSize()
			.z(), volume.zMin(), volume.zMax(), false);
		final float[] height = new float[squared.length];
		for (int v = 0; v < height.length; v++)
			height[v] = Double.isInfinite(squared[v]) ? 0 : (float) Math.sqrt(
				squared[v]);
		return height;
	}

	private static double[] alongX(final ObjectVoxels object) {
		final double[] squared = new double[object.size()];
		final Runs runs = object.runs();
		final double nm = object.voxelSize().x();
		for (int r = 0; r < runs.size(); r++) {
			final int n = runs.length(r);
			final boolean open = runs.x0(r) == object.volume().xMin();
			final boolean endless = runs.x1(r) == object.volume().xMax();
			for (int i = 0; i < n; i++) {
				final double d = Math.min(open ? Double.POSITIVE_INFINITY : (i + 1) *
					nm, endless ? Double.POSITIVE_INFINITY : (n - i) * nm);
				squared[runs.first(r) + i] = d * d;
			}
		}
		return squared;
	}

	@Override
	public String text() {
		return "distance";
	}

	/** The stretches of an object along an axis, one after the other. */
	private static final class Lines {

		private final ObjectVoxels object;
		private final double[] squared;
		private int[] line = new int[64];
		private final Envelope envelope = new Envelope();

		Lines(final ObjectVoxels object, final double[] squared) {
			this.object = object;
			this.squared = squared;
		}

		void pass(final int before, final int after, final double nm,
			final long min, final long max, final boolean y)
		{
			final Runs runs = object.runs();
			for (int r = 0; r < runs.size(); r++) {
				final long at = y ? runs.y(r) : runs.z(r);
				for (int v = runs.first(r); v < runs.first(r) + runs.length(r); v++) {
					if (object.neighbour(v, 0, before) >= 0) continue;
					int n = 0;
					for (int i = v; i >= 0; i = object.neighbour(i, 0, after)) {
						if (n == line.length) line = Arrays.copyOf(line, 2 * n);
						line[n++] = i;
					}
					envelope.lower(squared, line, n, nm, at > min, at + n < max);
				}
			}
		}
	}
}
