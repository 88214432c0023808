
package org.twostream.volume;

import org.junit.jupiter.api.Nested;
import org.twostream.core.Box;

class ArrayVolumeTest {

	@Nested
	class Bytes extends EmVolumeContract {

		@Override
		protected EmVolume open() {
			return ArrayVolume.of(allBytes(), X, Y, Z).withVoxelSize(NM);
		}
	}

	@Nested
	class Ids extends EmVolumeContract {

		@Override
		protected long voxel(final long x, final long y, final long z) {
			return super.voxel(x, y, z) << 33;
		}

		@Override
		protected EmVolume open() {
			return ArrayVolume.of(allVoxels(), X, Y, Z).withVoxelSize(NM);
		}
	}

	@Nested
	class Cropped extends EmVolumeContract {

		@Override
		protected EmVolume open() {
			final byte[] larger = new byte[(X + 3) * (Y + 5) * (Z + 2)];
			for (int z = 0; z < Z; z++)
				for (int y = 0; y < Y; y++)
					for (int x = 0; x < X; x++)
						larger[x + 2 + (X + 3) * (y + 1 + (Y + 5) * (z + 2))] =
							(byte) voxel(x, y, z);
			return new CroppedVolume(ArrayVolume.of(larger, X + 3, Y + 5, Z + 2)
				.withVoxelSize(NM), new Box(2, 1, 2, X + 2, Y + 1, Z + 2));
		}
	}
}
