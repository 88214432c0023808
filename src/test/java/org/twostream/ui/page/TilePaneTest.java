
package org.twostream.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.swing.KeyStroke;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.UserError;
import org.twostream.review.page.PageLayout;
import org.twostream.review.page.PageView;
import org.twostream.review.page.ReviewPage;
import org.twostream.review.page.TileBounds;
import org.twostream.review.session.ReviewSession;
import org.twostream.ui.look.Look;

/** A page drawn into a picture, without a display. */
@Timeout(60)
class TilePaneTest {

	private static final int ITEMS = 130;

	@TempDir
	Path folder;

	private final ExecutorService events = Executors.newSingleThreadExecutor();
	private ReviewSession session;
	private ReviewPage page;
	private TilePane pane;

	/** Draws when it is asked to. */
	private static final class Still implements PageView {

		@Override
		public void tilesChanged(final Collection<Integer> items) {}

		@Override
		public void pageChanged() {}

		@Override
		public void readAhead(final List<Integer> items) {}

		@Override
		public void footChanged() {}

		@Override
		public void finished() {}
	}

	@BeforeEach
	void open() throws Exception {
		session = PageSample.session(folder, "ann", ITEMS, row -> {
			if (row == 5) throw new UserError("Chunk 5 is damaged; restore it.");
			return PageSample.patch(row);
		});
		page = onEvents(() -> ReviewPage.open(session, events, new Still()));
		pane = onEvents(() -> new TilePane(page));
		pane.setSize(1500, 800);
		awaitPatches();
	}

	@AfterEach
	void close() {
		page.close();
		session.close();
		events.shutdown();
	}

	private <T> T onEvents(final Callable<T> call) throws Exception {
		return events.submit(call).get(20, TimeUnit.SECONDS);
	}

	private void awaitPatches() throws Exception {
		while (!onEvents(() -> page.items().stream().allMatch(i -> page.patch(i)
			.isPresent() || page.patchFailure(i).isPresent())))
			Thread.sleep(2);
	}

	private BufferedImage draw(final double scale) throws Exception {
		final BufferedImage image = new BufferedImage((int) (1500 * scale),
			(int) (800 * scale), BufferedImage.TYPE_INT_RGB);
		return onEvents(() -> {
			final Graphics2D g = image.createGraphics();
			g.scale(scale, scale);
			pane.paint(g);
			g.dispose();
			return image;
		});
	}

	private Color frame(final BufferedImage image, final int tile,
		final double scale)
	{
		final TileBounds b = new PageLayout(1500, 800, page.grid()).tile(tile);
		return new Color(image.getRGB((int) (scale * (b.x() + b.width() - 1)),
			(int) (scale * (b.y() + b.height() / 2))));
	}

	@Test
	void colourFollowsTheJournalOnly() throws Exception {
		assertEquals(Look.GROUND, frame(draw(1), 3, 1));
		ReviewSession.await(session.answer(List.of(3), Answer.FALSE));
		assertEquals(Look.of(Answer.FALSE), frame(draw(1), 3, 1));
		ReviewSession.await(session.answer(List.of(3), Answer.UNSURE));
		assertEquals(Color.WHITE, frame(draw(2), 3, 2));
		session.close();
		onEvents(() -> {
			page.goTo(3);
			page.actions().give(Answer.TRUE);
			return null;
		});
		while (onEvents(page::failure).isEmpty())
			Thread.sleep(2);
		assertTrue(onEvents(page::failure).orElseThrow().contains("not recorded"));
		assertEquals(Color.WHITE, frame(draw(1), 3, 1));
	}

	@Test
	void everyTileIsDrawnAtAnyScaleButTheDamagedOne() throws Exception {
		for (final double scale : new double[] { 1, 1.25, 2 }) {
			final BufferedImage image = draw(scale);
			assertEquals(99, pane.shown());
			for (int i = 0; i < 100; i++)
				assertEquals(i != 5, contrast(image, i, scale) > 40, "tile " + i +
					" at " + scale);
		}
		assertEquals("Chunk 5 is damaged; restore it.", page.patchFailure(5)
			.orElseThrow());
	}

	/** Between the object in the middle and the ground above it. */
	private int contrast(final BufferedImage image, final int tile,
		final double scale)
	{
		final PageLayout layout = new PageLayout(1500, 800, page.grid());
		final TileBounds b = layout.tile(tile);
		int dark = 0;
		int light = 0;
		for (int i = 0; i < 9; i++) {
			final int x = (int) (scale * (b.x() + layout.side() / 2.0 + i - 4));
			dark += new Color(image.getRGB(x, (int) (scale * (b.y() + b.height() /
				2)))).getGreen();
			light += new Color(image.getRGB(x, (int) (scale * (b.y() + 7))))
				.getGreen();
		}
		return (light - dark) / 9;
	}

	@Test
	void theLastPageEndsWhereTheItemsDo() throws Exception {
		onEvents(() -> {
			page.show(1);
			return null;
		});
		awaitPatches();
		final BufferedImage image = draw(1);
		assertEquals(30, pane.shown());
		assertTrue(contrast(image, 29, 1) > 40);
		assertEquals(0, contrast(image, 30, 1));
		assertNotEquals(0, contrast(image, 0, 1));
	}

	@Test
	void theManualHasEveryKey() throws Exception {
		final PageKeys keys = onEvents(() -> new PageKeys(page, () -> {}, () -> {},
			() -> {}));
		final String manual = Files.readString(Path.of("docs/review.md"));
		for (final PageKeys.Line line : keys.lines()) {
			assertTrue(manual.contains("| " + line.keys() + " | " + line.does() +
				" |"), line.keys());
			for (final PageKeys.Stroke stroke : line.strokes())
				assertNotNull(KeyStroke.getKeyStroke(stroke.key()), stroke.key());
		}
	}
}
