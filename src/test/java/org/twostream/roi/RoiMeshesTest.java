
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.VoxelSize;
import org.twostream.roi.mesh.MarchingCubes;
import org.twostream.roi.mesh.Mesh;

class RoiMeshesTest {

	private static final VoxelSize SIZE = new VoxelSize(8, 4, 30);

	// Sections are read a chunk at a time.
	@Test
	void anRoiOverSeveralChunksIsThatOfItsVoxels() {
		final SplittableRandom random = new Seed(4).of("chunks").random();
		final MemoryVolume labels = MemoryVolume.labels(MemoryVolume.of(9, 8, 11,
			new byte[9 * 8 * 11]).info(), 3);
		for (int i = 0; i < labels.voxels[0].length; i++)
			labels.voxels[0][i] = random.nextInt(3);
		final Box box = new Box(1, 2, 1, 8, 8, 11);
		final Roi roi = new Roi(2, box, 0, 0, 0, 1, 1, 1, 1, 0, false, false, "");
		final Mesh mesh = new RoiMeshes(labels, false, SIZE, 0).of(roi);
		final Mesh wanted = MarchingCubes.of(box, SIZE, z -> {
			final byte[] section = new byte[7 * 6];
			for (int i = 0; i < section.length; i++)
				section[i] = (byte) (labels.voxels[0][(int) (1 + i % 7 + 9 * (2 + i /
					7 + 8 * z))] == 2 ? 1 : 0);
			return section;
		});
		assertTrue(wanted.size() > 100);
		assertArrayEquals(wanted.triangles(), mesh.triangles());
		assertArrayEquals(wanted.points(), mesh.points());
	}
}
