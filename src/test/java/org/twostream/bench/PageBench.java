
package org.twostream.bench;

import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;

import org.twostream.core.Box;
import org.twostream.query.Place;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.session.PatchReader;
import org.twostream.review.session.ReviewScene;
import org.twostream.review.session.ReviewSession;
import org.twostream.roi.PatchFrame;
import org.twostream.roi.PatchSink;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;
import org.twostream.ui.page.RobotHand;
import org.twostream.ui.page.ShownPage;
import org.twostream.volume.ArrayVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.chunked.ArraySpec;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * From a key of the keyboard to 100 tiles on the screen, in a review of 100 000
 * ROIs that stand in the file in another order than on the pages. Arguments:
 * folder (the patches are made there once), and optionally ROIs per chunk in
 * place of the project's. Needs a display.
 */
public final class PageBench {

	private static final int ROIS = 100_000;
	private static final int WARM = 20;
	private static final int TIMES = 100;

	private final Path folder;
	private final int chunk;
	private final SynchronousQueue<Long> painted = new SynchronousQueue<>();
	private volatile int target = -1;
	private ShownPage shown;
	private RobotHand hand;

	private PageBench(final String[] args) {
		folder = Path.of(args[0]);
		chunk = args.length > 1 ? Integer.parseInt(args[1]) : PatchSink.GROUP;
	}

	public static void main(final String[] args) throws Exception {
		new PageBench(args).run();
		System.exit(0);
	}

	private void run() throws Exception {
		final Path place = folder.resolve("patches-" + chunk + ".zarr");
		if (!Files.exists(place)) make(place);
		final Path journals = Files.createTempDirectory(folder, "verdicts");
		try (ChunkedArray array = ChunkedArray.open(place);
				ReviewSession session = session(journals, array))
		{
			shown = ShownPage.of(session);
			hand = new RobotHand(shown);
			SwingUtilities.invokeAndWait(() -> RepaintManager.setCurrentManager(
				new Watch()));
			System.out.printf(Locale.ROOT,
				"%d ROIs, %d per chunk, window %d x %d, ms from key to %d tiles painted: median, 99 %%, worst of %d%n",
				ROIS, chunk, shown.frame().getWidth(), shown.frame().getHeight(), shown
					.page().items().size(), TIMES);
			measure("Page Down, the page read ahead", true, this::pageDown);
			measure("Page Down, pressed again at once", false, this::pageDown);
			measure("jump to a page that was never read", true, this::jump);
			measure("Enter (Done, on disk, next page)", true, this::done);
			ShownPage.onEventThread(() -> {
				shown.page().finish();
				return null;
			});
			shown.awaitEnd();
		}
	}

	/** Says when the page that is waited for has been painted whole. */
	private final class Watch extends RepaintManager {

		@Override
		public void paintDirtyRegions() {
			super.paintDirtyRegions();
			if (target < 0 || shown.page().number() != target || shown
				.tilesShown() != shown.page().items().size()) return;
			Toolkit.getDefaultToolkit().sync();
			final long now = System.nanoTime();
			target = -1;
			try {
				painted.put(now);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private void measure(final String what, final boolean rest,
		final Callable<Long> turn) throws Exception
	{
		final double[] ms = new double[TIMES];
		for (int i = -WARM; i < TIMES; i++) {
			if (rest) Thread.sleep(250);
			final long start = turn.call();
			final Long end = painted.poll(20, TimeUnit.SECONDS);
			if (end == null) throw new IOException("Nothing was painted: " + what);
			if (i >= 0) ms[i] = (end - start) / 1e6;
		}
		Arrays.sort(ms);
		System.out.printf(Locale.ROOT, "%-36s %6.1f %6.1f %6.1f%n", what,
			(ms[TIMES / 2 - 1] + ms[TIMES / 2]) / 2, ms[(int) Math.ceil(0.99 *
				TIMES) - 1], ms[TIMES - 1]);
	}

	private long key(final int key, final int page) {
		target = page;
		final long start = System.nanoTime();
		hand.press(key);
		return start;
	}

	private long pageDown() throws Exception {
		return key(KeyEvent.VK_PAGE_DOWN, number() + 1);
	}

	private long done() throws Exception {
		return key(KeyEvent.VK_ENTER, number() + 1);
	}

	private int number() throws Exception {
		return ShownPage.onEventThread(() -> shown.page().number());
	}

	private final Random random = new Random(3);

	private long jump() throws Exception {
		final int page = 5 + random.nextInt(ROIS / 100 - 200);
		target = page;
		final long start = System.nanoTime();
		SwingUtilities.invokeLater(() -> shown.page().show(page));
		return start;
	}

	private static ReviewSession session(final Path journals,
		final ChunkedArray array)
	{
		final List<Roi> rois = IntStream.range(0, ROIS).mapToObj(i -> new Roi(i + 1,
			new Box(20L * i, 0, 0, 20L * i + 10, 10, 10), 160.0 * i + 36, 36, 135,
			1000, 0.9, 1, 5, 0, false, false, String.format("%016x", i + 1)))
			.toList();
		final List<Integer> rows = new ArrayList<>(IntStream.range(0, ROIS).boxed()
			.toList());
		Collections.shuffle(rows, new Random(1));
		final List<ReviewItem> items = IntStream.range(0, ROIS).mapToObj(
			i -> new ReviewItem(rows.get(i), Purpose.QUERY, i + 1, "")).toList();
		// as in a project: row by row, out of whole chunks
		final PatchReader reader = row -> {
			final byte[] both = new byte[2 * PatchFrame.PIXELS];
			array.readRows(row, row + 1L, both);
			return both;
		};
		final List<Place> places = IntStream.range(0, ROIS).mapToObj(i -> new Place(
			i % 64, i / 64 % 4, i % 256, i, i / 1e5)).toList();
		return ReviewSession.open(new ReviewSession.Setup(new ReviewContext(
			new RoiTable(new org.twostream.core.VoxelSize(8, 8, 30), rois), "001",
			"001", "encoders/001"), items, journals, "bench"), () -> new ReviewScene(
				ArrayVolume.of(new byte[1], 1, 1, 1), Optional.empty(), ArrayVolume.of(
					new long[1], 1, 1, 1), false, reader, 900, places, () -> {}));
	}

	/** Smooth grey with noise, which compresses as EM does, and an ellipse. */
	private void make(final Path place) {
		try (ChunkedArray array = ChunkedArray.create(place, ArraySpec.of(
			PixelType.UINT8, List.of((long) ROIS, 2L, (long) PatchFrame.SIDE,
				(long) PatchFrame.SIDE), List.of(chunk, 2, PatchFrame.SIDE,
					PatchFrame.SIDE))))
		{
			IntStream.range(0, (ROIS + PatchSink.GROUP - 1) / PatchSink.GROUP)
				.parallel().forEach(g -> {
					final int from = g * PatchSink.GROUP;
					final int to = Math.min(ROIS, from + PatchSink.GROUP);
					final byte[] group = new byte[(to - from) * 2 * PatchFrame.PIXELS];
					final Random noise = new Random(g);
					for (int i = 0; i < to - from; i++)
						patch(group, i * 2 * PatchFrame.PIXELS, noise);
					array.writeRows(from, to, group);
				});
		}
	}

	private static void patch(final byte[] group, final int offset,
		final Random noise)
	{
		final double a = 12 + noise.nextInt(24);
		final double b = 12 + noise.nextInt(24);
		for (int y = 0; y < PatchFrame.SIDE; y++)
			for (int x = 0; x < PatchFrame.SIDE; x++) {
				final int i = offset + x + PatchFrame.SIDE * y;
				final double u = (x - 55.5) / a;
				final double v = (y - 55.5) / b;
				final boolean inside = u * u + v * v < 1;
				group[i] = (byte) Math.max(0, Math.min(255, (inside ? 90 : 160) + 30 *
					Math.sin(x / 19.0) * Math.cos(y / 23.0) + 16 * noise.nextGaussian()));
				group[i + PatchFrame.PIXELS] = (byte) (inside ? 1 : 0);
			}
	}
}
