
package org.twostream.ui.planes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.swing.KeyStroke;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.scene.PlaneAxis;
import org.twostream.review.scene.SampleScene;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.ReviewWindowKind;

class ReviewKeysTest {

	@TempDir
	Path folder;

	/** A window that cannot be seen. */
	private static final class Nowhere implements Surface, ReviewDesk {

		private final ReviewSession session;

		Nowhere(final ReviewSession session) {
			this.session = session;
		}

		@Override
		public int width(final PlaneAxis plane) {
			return 0;
		}

		@Override
		public int height(final PlaneAxis plane) {
			return 0;
		}

		@Override
		public void show(final Map<PlaneAxis, BufferedImage> pictures) {}

		@Override
		public void show(final PlanesCard card) {}

		@Override
		public void say(final String sentence) {}

		@Override
		public void fail(final String sentence) {}

		@Override
		public void ask() {}

		@Override
		public void toggleKeys() {}

		@Override
		public void choose(final List<ReviewWindowKind> kinds) {}

		@Override
		public void leave() {}

		@Override
		public ReviewSession session() {
			return session;
		}

		@Override
		public List<ReviewWindowKind> kinds() {
			return List.of();
		}

		@Override
		public void open(final String kind) {}

		@Override
		public void closed(final String kind) {}

		@Override
		public void done() {}
	}

	@Test
	void everyKeyIsReadableMeansOneThingAndIsInTheManual() throws Exception {
		final SampleScene sample = new SampleScene(1, 4, false);
		final String manual = Files.readString(Path.of("docs/review.md"));
		try (ReviewSession session = ReviewSession.open(new ReviewSession.Setup(
			new ReviewContext(sample.table, "001", "001", ""), List.of(new ReviewItem(
				0, Purpose.QUERY, 1, "")), folder, "ann"), sample::scene))
		{
			final Nowhere nowhere = new Nowhere(session);
			final PlanesControl control = new PlanesControl(session, session.scene(),
				nowhere);
			final Set<KeyStroke> strokes = new HashSet<>();
			for (final PlanesKeys.Key key : ReviewKeys.of(control, nowhere, nowhere,
				"planes").list())
			{
				for (final String stroke : key.strokes()) {
					final KeyStroke k = KeyStroke.getKeyStroke(stroke);
					assertTrue(k != null, stroke);
					assertTrue(strokes.add(k), stroke + " twice");
				}
				assertTrue(key.keys().isEmpty() || manual.contains("| " + key.keys() +
					" | " + key.does() + " |"), key.keys() + " is not in the manual");
			}
			assertEquals(36, strokes.size());
			control.close();
		}
	}
}
