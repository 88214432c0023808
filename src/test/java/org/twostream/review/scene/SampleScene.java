
package org.twostream.review.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.query.Place;
import org.twostream.review.session.ReviewScene;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;
import org.twostream.volume.ArrayVolume;

/** A small scene in memory: noise, with ellipsoids as ROIs. */
public final class SampleScene {

	public static final VoxelSize VOXEL = new VoxelSize(8, 10, 30);
	public static final int X = 150;
	public static final int Y = 110;
	public static final int Z = 40;

	public final byte[] raw = new byte[X * Y * Z];
	public final byte[] probability = new byte[X * Y * Z];
	public final long[] labels = new long[X * Y * Z];
	public final boolean polarity;
	public final RoiTable table;

	public SampleScene(final long seed, final int rois, final boolean polarity) {
		this.polarity = polarity;
		final SplittableRandom random = new SplittableRandom(seed);
		random.nextBytes(raw);
		random.nextBytes(probability);
		final List<Roi> list = new ArrayList<>();
		for (int i = 0; i < rois; i++)
			put(random, 10 + 3L * i).ifPresent(list::add);
		table = new RoiTable(VOXEL, list);
	}

	public static int index(final long x, final long y, final long z) {
		return (int) (x + X * (y + Y * z));
	}

	long label(final long x, final long y, final long z) {
		return labels[index(x, y, z)];
	}

	/** The id of the ROI there, 0 for none. */
	public long roi(final long x, final long y, final long z) {
		final long label = label(x, y, z);
		return polarity ? (label + 1) / 2 : label;
	}

	private Optional<Roi> put(final SplittableRandom random, final long id) {
		final int rx = random.nextInt(3, 14);
		final int ry = random.nextInt(3, 14);
		final int rz = random.nextInt(1, 5);
		final int cx = random.nextInt(X);
		final int cy = random.nextInt(Y);
		final int cz = random.nextInt(Z);
		final Box box = new Box(cx - rx, cy - ry, cz - rz, cx + rx + 1, cy + ry + 1,
			cz + rz + 1).intersect(Box.ofSize(X, Y, Z));
		long n = 0;
		for (long z = box.zMin(); z < box.zMax(); z++)
			for (long y = box.yMin(); y < box.yMax(); y++)
				for (long x = box.xMin(); x < box.xMax(); x++) {
					final double dx = (x - cx) / (double) rx;
					final double dy = (y - cy) / (double) ry;
					final double dz = (z - cz) / (double) rz;
					if (dx * dx + dy * dy + dz * dz > 1 || labels[index(x, y, z)] != 0)
						continue;
					labels[index(x, y, z)] = !polarity ? id : x < cx ? 2 * id - 1 : 2 *
						id;
					n++;
				}
		return n == 0 ? Optional.empty() : Optional.of(new Roi(id, box, cx * VOXEL
			.x(), cy * VOXEL.y(), cz * VOXEL.z(), n, 0.5, 1, cz, random.nextDouble(
				-180, 180), false, false, String.format("%016x", id)));
	}

	public ReviewScene scene() {
		return new ReviewScene(ArrayVolume.of(raw, X, Y, Z), Optional.of(ArrayVolume
			.of(probability, X, Y, Z)), ArrayVolume.of(labels, X, Y, Z), polarity,
			row -> new byte[2 * 112 * 112], 400, places(), () -> {});
	}

	private List<Place> places() {
		final List<Place> places = new ArrayList<>();
		for (int row = 0; row < table.size(); row++)
			places.add(new Place(row % 3, 0, row % 3, row % 3, (row * 7) % 11));
		return places;
	}

	/** Blocks, of which failures are thrown. */
	public SceneBlocks blocks() {
		return new SceneBlocks(scene(), table, 64 << 20, 2, sentence -> {
			throw new IllegalStateException(sentence);
		});
	}
}
