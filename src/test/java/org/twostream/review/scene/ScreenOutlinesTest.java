
package org.twostream.review.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.twostream.core.Box;
import org.twostream.review.session.MissedMark;
import org.twostream.review.session.ReviewScene;
import org.twostream.volume.EmVolume;

@Timeout(60)
class ScreenOutlinesTest {

	private static final int WIDTH = 220;
	private static final int HEIGHT = 160;

	private final SampleScene sample = new SampleScene(8, 60, false);

	private static ScreenView view(final double x, final double y,
		final double nmPerPixel)
	{
		return new ScreenView(new Pose(new Point(x, y, 600), new Turn(0.9, 0.1,
			-0.2, 0.3), nmPerPixel), WIDTH, HEIGHT);
	}

	private static void await(final BooleanSupplier condition)
		throws InterruptedException
	{
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!condition.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, "nothing happened for 20 s");
			Thread.sleep(1);
		}
	}

	private ScreenOutlines outlines(final SceneBlocks blocks,
		final Supplier<List<MissedMark>> marks)
	{
		return new ScreenOutlines(blocks, sample.table.size(), marks, () -> {});
	}

	private static void awaitWhole(final ScreenOutlines outlines,
		final ScreenView view) throws InterruptedException
	{
		await(() -> outlines.found().complete() && outlines.found().view().equals(
			view));
	}

	/** How often a line to the right of a point crosses outlines, is odd. */
	private static boolean inside(final List<Outline> outlines, final int row,
		final double right, final double down)
	{
		boolean odd = false;
		for (final Outline o : outlines) {
			if (o.row() != row) continue;
			final int n = o.right().length;
			for (int i = 0; i < n; i++) {
				final int next = (i + 1) % n;
				if (o.down()[i] > down == o.down()[next] > down) continue;
				final double at = o.right()[i] + (down - o.down()[i]) / (o
					.down()[next] - o.down()[i]) * (o.right()[next] - o.right()[i]);
				if (at > right) odd = !odd;
			}
		}
		return odd;
	}

	/** The row that a pixel's voxel belongs to, -1 for none. */
	private int row(final ScreenView view, final double right,
		final double down)
	{
		final Point p = view.at(right, down);
		final long x = Math.round(p.x() / 8);
		final long y = Math.round(p.y() / 10);
		final long z = Math.round(p.z() / 30);
		return Box.ofSize(SampleScene.X, SampleScene.Y, SampleScene.Z).contains(x,
			y, z) ? sample.table.row(sample.roi(x, y, z)).orElse(-1) : -1;
	}

	@Test
	void pixelsOfAnObjectAreInsideItsOutline() throws InterruptedException {
		try (SceneBlocks blocks = sample.blocks();
				ScreenOutlines outlines = outlines(blocks, List::of))
		{
			final ScreenView view = view(600, 500, 5);
			outlines.want(view);
			awaitWhole(outlines, view);
			int objects = 0;
			for (int down = 0; down < HEIGHT; down += 2)
				for (int right = 0; right < WIDTH; right += 2) {
					final int row = row(view, right + 0.5, down + 0.5);
					if (row < 0) continue;
					objects++;
					assertTrue(inside(outlines.found().outlines(), row, right + 0.5,
						down + 0.5), right + ", " + down);
				}
			assertTrue(objects > 200, objects + " pixels of objects");
		}
	}

	@Test
	void theNewestViewIsFoundInTheEnd() throws InterruptedException {
		try (SceneBlocks blocks = sample.blocks();
				ScreenOutlines outlines = outlines(blocks, List::of))
		{
			for (int i = 0; i < 200; i++)
				outlines.want(view(300 + i, 500, 5));
			final ScreenView last = view(600, 400, 4);
			outlines.want(last);
			awaitWhole(outlines, last);
		}
	}

	@Test
	void aViewOfTooMuchHasNoOutlines() throws InterruptedException {
		try (SceneBlocks blocks = sample.blocks();
				ScreenOutlines outlines = outlines(blocks, List::of))
		{
			final ScreenView far = view(600, 500, 2000);
			assertFalse(outlines.isNear(far));
			outlines.want(far);
			awaitWhole(outlines, far);
			assertEquals(List.of(), outlines.found().outlines());
		}
	}

	/** Labels that are read when the latch is open. */
	private record Held(EmVolume labels, CountDownLatch open)
			implements
				EmVolume {

		@Override
		public org.twostream.volume.VolumeInfo info() {
			return labels.info();
		}

		@Override
		public void read(final int channel, final Box box, final byte[] target) {
			labels.read(channel, box, target);
		}

		@Override
		public void read(final int channel, final Box box, final long[] target) {
			try {
				assertTrue(open.await(20, TimeUnit.SECONDS));
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			labels.read(channel, box, target);
		}

		@Override
		public void read(final int channel, final Box box, final float[] target) {
			labels.read(channel, box, target);
		}

		@Override
		public void close() {
			labels.close();
		}
	}

	/**
	 * The labels arrive after they were missed and before they are wanted, and
	 * whoever wanted them first wanted another view.
	 */
	@Test
	void labelsThatArriveWhileTheyAreMissedAreSeen() throws InterruptedException {
		final CountDownLatch open = new CountDownLatch(1);
		final ReviewScene scene = sample.scene();
		final ReviewScene held = new ReviewScene(scene.raw(), Optional.empty(),
			new Held(scene.labels(), open), false, scene.patches(), 400, List.of(),
			() -> {});
		final ScreenView first = view(600, 500, 5);
		final ScreenView second = view(608, 500, 5);
		try (SceneBlocks blocks = new SceneBlocks(held, sample.table, 64 << 20, 2,
			sentence -> {
				throw new IllegalStateException(sentence);
			}); ScreenOutlines outlines = outlines(blocks, () -> {
				letArrive(blocks, open);
				return List.of();
			})) {
			outlines.want(first);
			await(() -> outlines.found().view().equals(first));
			assertFalse(outlines.found().complete());
			wantedTwice = true;
			outlines.want(second);
			awaitWhole(outlines, second);
			assertFalse(outlines.found().outlines().isEmpty());
		}
	}

	private volatile boolean wantedTwice;

	/** Marks are asked for after labels were missed, before they are wanted. */
	private void letArrive(final SceneBlocks blocks, final CountDownLatch open) {
		if (!wantedTwice) return;
		open.countDown();
		try {
			long before = -1;
			while (blocks.bytes() == 0 || blocks.bytes() != before) {
				before = blocks.bytes();
				Thread.sleep(50);
			}
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
