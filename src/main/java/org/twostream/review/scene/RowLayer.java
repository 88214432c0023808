
package org.twostream.review.scene;

import java.util.Arrays;

import org.twostream.core.Box;
import org.twostream.volume.EmVolume;

/** Which row of the ROI table each voxel belongs to, -1 for none. */
record RowLayer(EmVolume labels, RowLabels rows) implements BlockLayer {

	@Override
	public int edge(final int axis) {
		return BlockLayer.edge(labels.info(), axis);
	}

	@Override
	public long length(final int axis) {
		return BlockLayer.length(labels.info(), axis);
	}

	@Override
	public int factor(final int axis) {
		return 1;
	}

	@Override
	public VoxelBlock read(final Box box) {
		final long[] ids = labels.ids(0, box);
		final int[] values = new int[ids.length];
		long last = 0;
		int row = RowLabels.NONE;
		for (int i = 0; i < ids.length; i++) {
			if (ids[i] != last) {
				last = ids[i];
				row = rows.row(last);
			}
			values[i] = row;
		}
		return packed(values);
	}

	// Most blocks hold nothing or a few ROIs: a byte per voxel is enough.
	private static VoxelBlock packed(final int[] values) {
		final int[] palette = new int[256];
		final byte[] indices = new byte[values.length];
		int n = 0;
		int last = -1;
		for (int i = 0; i < values.length; i++) {
			if (last < 0 || palette[last] != values[i]) {
				last = 0;
				while (last < n && palette[last] != values[i])
					last++;
				if (last == 256) return VoxelBlock.integers(values);
				if (last == n) palette[n++] = values[i];
			}
			indices[i] = (byte) last;
		}
		if (n == 1) return VoxelBlock.constant(palette[0]);
		return VoxelBlock.palette(indices, Arrays.copyOf(palette, n));
	}
}
