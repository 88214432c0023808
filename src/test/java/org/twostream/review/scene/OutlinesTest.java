
package org.twostream.review.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.roi.Roi;

class OutlinesTest {

	/** One edge of a point, from corner to corner, the ROI to its right. */
	private record Edge(int row, int u0, int v0, int u1, int v1) {
	}

	/** Every edge between a point of a row and one that is not of it. */
	private static Set<Edge> naive(final int[] rows, final int width,
		final int height)
	{
		final Set<Edge> edges = new HashSet<>();
		for (int v = 0; v < height; v++)
			for (int u = 0; u < width; u++) {
				final int row = rows[u + width * v];
				if (row < 0) continue;
				if (v == 0 || rows[u + width * (v - 1)] != row) edges.add(new Edge(row,
					u, v, u + 1, v));
				if (v == height - 1 || rows[u + width * (v + 1)] != row) edges.add(
					new Edge(row, u + 1, v + 1, u, v + 1));
				if (u == 0 || rows[u - 1 + width * v] != row) edges.add(new Edge(row, u,
					v + 1, u, v));
				if (u == width - 1 || rows[u + 1 + width * v] != row) edges.add(
					new Edge(row, u + 1, v, u + 1, v + 1));
			}
		return edges;
	}

	private static Set<Edge> edges(final List<Outline> outlines) {
		final Set<Edge> edges = new HashSet<>();
		for (final Outline o : outlines)
			for (int i = 0; i < o.right().length; i++) {
				final int next = (i + 1) % o.right().length;
				int u = (int) Math.round(o.right()[i] + 0.5);
				int v = (int) Math.round(o.down()[i] + 0.5);
				final int uEnd = (int) Math.round(o.right()[next] + 0.5);
				final int vEnd = (int) Math.round(o.down()[next] + 0.5);
				assertTrue(u == uEnd ^ v == vEnd, "goes along edges, and turns");
				while (u != uEnd || v != vEnd) {
					final int un = u + Integer.signum(uEnd - u);
					final int vn = v + Integer.signum(vEnd - v);
					assertTrue(edges.add(new Edge(o.row(), u, v, un, vn)), "twice");
					u = un;
					v = vn;
				}
			}
		return edges;
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void linesAreExactlyTheEdgesOfTheRois(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int width = random.nextInt(1, 40);
		final int height = random.nextInt(1, 40);
		final int[] rows = random.ints((long) width * height, -2, (int) seed)
			.toArray();
		assertEquals(naive(rows, width, height), edges(Outlines.trace(rows, width,
			height)));
	}

	@Test
	void aRingHasAnOuterAndAnInnerLine() {
		final int[] rows = new int[49];
		Arrays.fill(rows, -1);
		for (int v = 1; v < 6; v++)
			for (int u = 1; u < 6; u++)
				if (u == 1 || u == 5 || v == 1 || v == 5) rows[u + 7 * v] = 3;
		final List<Outline> outlines = Outlines.trace(rows, 7, 7);
		assertEquals(2, outlines.size());
		assertArrayEquals(new double[] { 0.5, 5.5, 5.5, 0.5 }, outlines.get(0)
			.right());
		assertArrayEquals(new double[] { 0.5, 0.5, 5.5, 5.5 }, outlines.get(0)
			.down());
		assertEquals(4, outlines.get(1).right().length);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void theBestSliceOfAnRoiIsOutlinedInVoxelsOfTheVolume(
		final boolean polarity)
	{
		final SampleScene sample = new SampleScene(5, 12, polarity);
		final Outlines outlines = new Outlines(sample.table);
		for (int row = 0; row < sample.table.size(); row++) {
			final long z = sample.table.get(row).bestSlice();
			final int[] mask = new int[SampleScene.X * SampleScene.Y];
			for (int i = 0; i < mask.length; i++)
				mask[i] = sample.roi(i % SampleScene.X, i / SampleScene.X,
					z) == sample.table.get(row).id() ? row : -1;
			assertEquals(naive(mask, SampleScene.X, SampleScene.Y), edges(outlines
				.best(sample.scene(), row)));
		}
	}

	@ParameterizedTest
	@EnumSource(PlaneAxis.class)
	void aMaskIsOutlinedInEveryPlane(final PlaneAxis axis) {
		final SampleScene sample = new SampleScene(7, 3, false);
		final VoxelGrid grid = sample.blocks().grid();
		final Roi roi = sample.table.get(0);
		final Point middle = new Point(roi.xNm(), roi.yNm(), roi.zNm());
		final int width = (int) grid.length(axis.right());
		final int height = (int) grid.length(axis.down());
		final int[] mask = new int[width * height];
		for (int i = 0; i < mask.length; i++) {
			final long[] p = new long[3];
			p[axis.right()] = i % width;
			p[axis.down()] = i / width;
			p[axis.normal()] = grid.nearest(axis.normal(), middle.along(axis
				.normal()));
			mask[i] = sample.roi(p[0], p[1], p[2]) == roi.id() ? 0 : -1;
		}
		final Set<Edge> edges = edges(Outlines.of(roi.box(), box -> {
			final byte[] voxels = new byte[box.arrayLength()];
			int i = 0;
			for (long z = box.zMin(); z < box.zMax(); z++)
				for (long y = box.yMin(); y < box.yMax(); y++)
					for (long x = box.xMin(); x < box.xMax(); x++)
						voxels[i++] = (byte) (sample.roi(x, y, z) == roi.id() ? 1 : 0);
			return voxels;
		}, new PlaneView(axis, middle, 0, 40, 400, 400), grid));
		assertTrue(edges.size() > 4);
		assertEquals(naive(mask, width, height), edges);
	}

	@Test
	void withoutLabelsEveryRoiThatMeetsThePlaneHasItsBox() {
		final SampleScene sample = new SampleScene(6, 20, false);
		final Outlines outlines = new Outlines(sample.table);
		final VoxelGrid grid = sample.blocks().grid();
		for (final PlaneAxis axis : PlaneAxis.values()) {
			final PlaneView view = new PlaneView(axis, grid.nm(75, 55, 20), 0, 30,
				400, 400);
			final Set<Integer> rows = new HashSet<>();
			for (final Outline o : outlines.in(view, grid, Optional.empty()))
				rows.add(o.row());
			final Set<Integer> expected = new HashSet<>();
			for (int row = 0; row < sample.table.size(); row++) {
				final var b = sample.table.get(row).box();
				if (b.intersect(view.region(grid).box()).voxels() > 0) expected.add(
					row);
			}
			assertEquals(expected, rows);
		}
	}
}
