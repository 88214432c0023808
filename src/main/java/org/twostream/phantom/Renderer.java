
package org.twostream.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.twostream.core.Box;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;

/** Makes one box, tile by tile. For one thread and one call. */
final class Renderer {

	private final Scene scene;
	private final Sections sections;
	private final TissuePainter tissue;
	private final Camera camera;
	private final Tile tile;
	private final VoxelSize voxel;

	Renderer(final Scene scene, final Sections sections,
		final TissuePainter tissue, final Camera camera, final Tile tile)
	{
		this.scene = scene;
		this.sections = sections;
		this.tissue = tissue;
		this.camera = camera;
		this.tile = tile;
		voxel = tile.voxel;
	}

	void raw(final Box box, final byte[] target) {
		walk(box, organelles(box), organelles -> {
			tissue.paint(tile);
			for (final Organelle o : organelles)
				o.paint(tile);
			camera.expose(tile);
			copy(box, (from, to) -> target[to] = Camera.grey(tile.value[from]));
		});
	}

	void labels(final Target what, final Box box, final long[] target) {
		Arrays.fill(target, 0, box.arrayLength(), 0);
		final List<Organelle> all = organelles(box);
		all.removeIf(o -> !o.is(what));
		walk(box, all, organelles -> {
			if (organelles.isEmpty()) return;
			Arrays.fill(tile.id, 0);
			if (what != Target.MITOCHONDRIA) tissue.locate(tile);
			for (final Organelle o : organelles)
				o.label(what, tile);
			copy(box, (from, to) -> target[to] = tile.id[from]);
		});
	}

	private List<Organelle> organelles(final Box box) {
		if (box.isEmpty()) return new ArrayList<>();
		final double s = sections.mostShift();
		return scene.near(new double[] { box.xMin() * voxel.x() - s, box.yMin() *
			voxel.y() - s, box.zMin() * voxel.z() }, new double[] { box.xMax() * voxel
				.x() + s, box.yMax() * voxel.y() + s, box.zMax() * voxel.z() });
	}

	@FunctionalInterface
	private interface TileWork {

		void accept(List<Organelle> touching);
	}

	private void walk(final Box box, final List<Organelle> all,
		final TileWork work)
	{
		if (box.isEmpty()) return;
		final int n = tile.size;
		for (long z = box.zMin(); z < box.zMax(); z++) {
			final double shiftX = sections.shiftX(z);
			final double shiftY = sections.shiftY(z);
			for (long y = Math.floorDiv(box.yMin(), n) * n; y < box.yMax(); y += n) {
				tile.move(0, y, z, shiftX, shiftY);
				final List<Organelle> row = row(all);
				for (long x = Math.floorDiv(box.xMin(), n) * n; x < box.xMax(); x +=
					n)
				{
					tile.move(x, y, z, shiftX, shiftY);
					final List<Organelle> touching = new ArrayList<>();
					for (final Organelle o : row)
						if (o.x() + o.reach() >= tile.x(0) && o.x() - o.reach() <= tile.x(
							n - 1)) touching.add(o);
					work.accept(touching);
				}
			}
		}
	}

	/** Those that touch the row of tiles that the tile lies in. */
	private List<Organelle> row(final List<Organelle> all) {
		final List<Organelle> row = new ArrayList<>();
		for (final Organelle o : all)
			if (Math.abs(o.z() - tile.z()) <= o.reach() + tile.half() && o.y() + o
				.reach() >= tile.y(0) && o.y() - o.reach() <= tile.y(tile.size - 1)) row
					.add(o);
		return row;
	}

	@FunctionalInterface
	private interface Copy {

		void voxel(int from, int to);
	}

	private void copy(final Box box, final Copy copy) {
		final int x0 = (int) Math.max(0, box.xMin() - tile.x0);
		final int x1 = (int) Math.min(tile.size, box.xMax() - tile.x0);
		final int y0 = (int) Math.max(0, box.yMin() - tile.y0);
		final int y1 = (int) Math.min(tile.size, box.yMax() - tile.y0);
		for (int y = y0; y < y1; y++) {
			final long line = (tile.y0 + y - box.yMin() + box.ySize() * (tile.z - box
				.zMin())) * box.xSize() + tile.x0 - box.xMin();
			for (int x = x0; x < x1; x++)
				copy.voxel(y * tile.size + x, (int) (line + x));
		}
	}
}
