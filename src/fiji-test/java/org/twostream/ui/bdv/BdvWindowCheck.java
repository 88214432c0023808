
package org.twostream.ui.bdv;

import java.awt.Color;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

import net.imglib2.realtransform.AffineTransform3D;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.scijava.ui.behaviour.InputTrigger;
import org.scijava.ui.behaviour.InputTriggerMap;
import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.review.Find;
import org.twostream.review.Verdicts;
import org.twostream.review.scene.Pose;
import org.twostream.review.session.AnswerColours;
import org.twostream.review.session.OracleReviewer;
import org.twostream.review.session.ReviewSession;

import bdv.BigDataViewer;
import bdv.tools.brightness.BrightnessDialog;
import bdv.util.Bdv;
import bdv.util.BdvFunctions;
import bdv.util.BdvHandle;
import bdv.viewer.Interpolation;
import bdv.viewer.Source;

/**
 * Uses a BigDataViewer window with mouse and keys and compares the journal and
 * the screen with what was done. Needs a display; the argument is an empty
 * folder. Ends with 1 at the first thing that is wrong.
 */
public final class BdvWindowCheck {

	private BdvWindowCheck() {}

	public static void main(final String[] args) throws Exception {
		final Path folder = Path.of(args[0]);
		// BigDataViewer's settings of whoever runs this do not count.
		BigDataViewer.configDir = folder.resolve("config").toString();
		try {
			bigDataViewersOwnKeysStay();
			try (ReviewSession session = BdvSample.session(folder.resolve("a"))) {
				final ShownBdv shown = ShownBdv.open(reviewer -> reviewer.review(
					session, Progress.NONE));
				new Use(shown, folder.resolve("a")).all();
				shown.awaitEnd();
			}
			theRobotEndsWhereTheOracleDoes(folder);
		}
		catch (final Exception | AssertionError e) {
			e.printStackTrace(System.out);
			System.exit(1);
		}
		System.exit(0);
	}

	private static void bigDataViewersOwnKeysStay() throws Exception {
		final BdvHandle plain = ShownBdv.onEventThread(() -> BdvFunctions.show(Bdv
			.options()));
		final BdvHandle ours = ShownBdv.onEventThread(() -> {
			final BdvHandle bdv = BdvFunctions.show(Bdv.options());
			final ReviewKeys keys = new ReviewKeys();
			for (final Command c : Command.values())
				if (c.trigger().startsWith("button")) keys.place(c, (x, y) -> {});
				else keys.key(c, () -> {});
			keys.install(bdv);
			return bdv;
		});
		final Map<String, String> before = keys(plain);
		final Map<String, String> after = keys(ours);
		before.forEach((key, action) -> {
			if (!key.startsWith("button1 ")) same("BigDataViewer's " + key, action,
				after.get(key));
		});
		for (final Command c : Command.values())
			if (!c.trigger().startsWith("button")) same("free before: " + c.trigger(),
				null, before.get(stroke(c.trigger())));
		same("keys added", (long) Command.values().length, (long) after.size() -
			before.size());
		for (final BdvHandle h : List.of(plain, ours))
			ShownBdv.onEventThread(() -> {
				h.close();
				return null;
			});
	}

	private static String stroke(final String trigger) {
		return KeyStroke.getKeyStroke(trigger).toString();
	}

	/** What each key, and each trigger of mouse and keys, does. */
	private static Map<String, String> keys(final BdvHandle bdv) {
		final Map<String, String> keys = new TreeMap<>();
		final InputMap map = bdv.getKeybindings().getConcatenatedInputMap();
		for (final KeyStroke key : map.allKeys())
			keys.put(key.toString(), String.valueOf(map.get(key)));
		final InputTriggerMap triggers = bdv.getTriggerbindings()
			.getConcatenatedInputTriggerMap();
		for (final Map.Entry<InputTrigger, java.util.Set<String>> e : triggers
			.getAllBindings().entrySet())
			for (final String behaviour : e.getValue())
				keys.put(e.getKey() + " " + behaviour, behaviour);
		return keys;
	}

	/** One window from its opening to its end. */
	private record Use(ShownBdv shown, Path journals) {

		void all() throws Exception {
			sourcesShowTheVolumes();
			flightsEndAtTheBestView();
			clicksGoRound();
			dragsStillTurn();
			keysAnswer();
			aMissedObjectIsMarked();
			bigDataViewersKeysDoTheirThing();
			anotherWindowShowsTheSame();
			ends();
		}

		void sourcesShowTheVolumes() throws Exception {
			final var sources = shown.viewer().state().getSources();
			same("sources", List.of("raw", "probability", "answers"), sources.stream()
				.map(s -> s.getSpimSource().getName()).toList());
			@SuppressWarnings("unchecked")
			final Source<UnsignedByteType> raw = (Source<UnsignedByteType>) sources
				.get(0).getSpimSource();
			same("levels", true, raw.getNumMipmapLevels() > 1);
			for (int level = 0; level < raw.getNumMipmapLevels(); level++) {
				final AffineTransform3D toNm = new AffineTransform3D();
				raw.getSourceTransform(0, level, toNm);
				final double[] voxel = { 100, 50, 11 };
				toNm.apply(voxel, voxel);
				final int f = 1 << level;
				same("level " + level + " lies at", List.of((100 * f + (f - 1) / 2.0) *
					8, (50 * f + (f - 1) / 2.0) * 8, 330.0), Arrays.stream(voxel).boxed()
						.toList());
			}
			final var access = raw.getSource(0, 0).randomAccess();
			for (final int[] v : new int[][] { { 0, 0, 0 }, { 519, 199, 23 }, { 301,
				77, 13 } })
			{
				access.setPosition(v);
				same("raw at " + Arrays.toString(v), BdvSample.raw(v[0], v[1], v[2]),
					access.get().get());
			}
			same("nm", "nm", raw.getVoxelDimensions().unit());
			greyOnTheScreen();
		}

		/** One voxel on the screen, where the probability is 0. */
		void greyOnTheScreen() throws Exception {
			final AffineTransform3D close = new AffineTransform3D();
			close.translate(-200 * 8, -100 * 8, -11 * 30);
			close.scale(4);
			close.translate(300, 300, 0);
			shown.viewer().state().setViewerTransform(close);
			final int grey = BdvSample.raw(200, 100, 11);
			final Color wanted = new Color(grey, grey, grey);
			ShownBdv.await("grey " + grey, () -> wanted.equals(pixel(new Point(300,
				300))));
			System.out.println("right: grey of a voxel on the screen");
			shown.key(KeyEvent.VK_C);
			shown.awaitCurrent();
		}

		private Color pixel(final Point p) {
			final Point at = shown.viewer().getDisplay().getLocationOnScreen();
			return shown.robot().getPixelColor(at.x + p.x, at.y + p.y);
		}

		void flightsEndAtTheBestView() throws Exception {
			for (final int item : new int[] { 3, 10, 0 }) {
				shown.session().select(item);
				shown.awaitCurrent();
				System.out.println("right: flight to " + item);
			}
			// upright: the outline is higher than wide
			final var box = shown.outlineAtRest(0).orElseThrow().getBounds2D();
			same("upright", true, box.getHeight() > 1.5 * box.getWidth());
		}

		void clicksGoRound() throws Exception {
			final Point p = shown.inside(0);
			for (final String wanted : List.of("0F", "0U", "0T")) {
				shown.click(p);
				expect("click", wanted);
				final Color colour = new Color(AnswerColours.of(shown.session().answer(
					0)));
				ShownBdv.await("colour " + colour, () -> onScreen(colour) > 40);
			}
			shown.click(new Point(4, shown.viewer().getDisplay().getHeight() - 4));
			expect("a click beside", "0T");
			// far out, another ROI is in sight, in the same section
			zoomOut();
			shown.click(shown.inside(3), InputEvent.BUTTON3_DOWN_MASK);
			ShownBdv.await("right click", () -> shown.session().current() == 3);
			shown.awaitCurrent();
			shown.key(KeyEvent.VK_W);
			shown.key(KeyEvent.VK_W);
			shown.key(KeyEvent.VK_W);
			ShownBdv.await("three back", () -> shown.session().current() == 0);
			shown.awaitCurrent();
		}

		private void zoomOut() throws Exception {
			final AffineTransform3D all = new AffineTransform3D();
			all.translate(0, 0, -7 * 30);
			all.scale((shown.viewer().getDisplay().getWidth() - 20) / (BdvSample.X *
				8.0));
			all.translate(10, 10, 0);
			shown.viewer().state().setViewerTransform(all);
			ShownBdv.await("outlines of all", () -> shown.outlineAtRest(3)
				.isPresent());
		}

		/** Pixels of a colour on the display. */
		private long onScreen(final Color colour) throws Exception {
			final Point at = shown.viewer().getDisplay().getLocationOnScreen();
			final BufferedImage image = shown.robot().createScreenCapture(
				new java.awt.Rectangle(at, shown.viewer().getDisplay().getSize()));
			long n = 0;
			for (int y = 0; y < image.getHeight(); y++)
				for (int x = 0; x < image.getWidth(); x++)
					if (image.getRGB(x, y) == colour.getRGB()) n++;
			return n;
		}

		void dragsStillTurn() throws Exception {
			final Pose before = shown.pose();
			shown.move(shown.inside(0));
			shown.robot().mousePress(InputEvent.BUTTON1_DOWN_MASK);
			for (int i = 1; i <= 10; i++) {
				shown.move(new Point(400 + 10 * i, 300 + 5 * i));
				shown.robot().delay(10);
			}
			shown.robot().mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
			shown.robot().waitForIdle();
			ShownBdv.await("the turning", () -> before.turn().degreesTo(shown.pose()
				.turn()) > 5);
			expect("a drag answers nothing", "0T");
			shown.awaitOutline();
			System.out.println("right: outline in an oblique plane");
			shown.click(shown.inside(0));
			expect("click in an oblique plane", "0F");
			shown.key(KeyEvent.VK_C);
			shown.awaitCurrent();
			same("upright again", true, before.turn().degreesTo(shown.pose()
				.turn()) < 0.1);
		}

		void keysAnswer() throws Exception {
			shown.key(KeyEvent.VK_A);
			expect("A", "0T");
			// to the next without an answer
			ShownBdv.await("the next", () -> shown.session().current() == 1);
			shown.awaitCurrent();
			shown.key(KeyEvent.VK_R);
			expect("R", "0T 1F");
			ShownBdv.await("the next", () -> shown.session().current() == 2);
			shown.key(KeyEvent.VK_Q);
			expect("Q", "0T 1F 2U");
			ShownBdv.await("the next", () -> shown.session().current() == 3);
			shown.key(KeyEvent.VK_Z, KeyEvent.VK_CONTROL);
			expect("undo", "0T 1F");
			shown.key(KeyEvent.VK_Z, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
			expect("redo", "0T 1F 2U");
			shown.key(KeyEvent.VK_E);
			ShownBdv.await("E", () -> shown.session().current() == 4);
			shown.key(KeyEvent.VK_W);
			ShownBdv.await("W", () -> shown.session().current() == 3);
			shown.awaitCurrent();
		}

		void aMissedObjectIsMarked() throws Exception {
			zoomOut();
			final double[] p = { BdvSample.MISSED_X * 8, BdvSample.MISSED_Y * 8, 7 *
				30 };
			shown.viewer().state().getViewerTransform().apply(p, p);
			shown.move(new Point((int) p[0], (int) p[1]));
			final int mark = shown.window().outlines().firstMark();
			shown.key(KeyEvent.VK_L);
			ShownBdv.await("the outline of a missed object", () -> shown
				.outlineAtRest(mark).isPresent());
			final var box = shown.outlineAtRest(mark).orElseThrow().getBounds2D();
			final double pixels = 13 * 8 / shown.pose().nmPerPixel();
			same("a circle of 13 voxels", true, Math.abs(box.getWidth() -
				pixels) < 4 && Math.abs(box.getHeight() - pixels) < 4);
			same("missed", Optional.of(new Find(BdvSample.MISSED_X,
				BdvSample.MISSED_Y, 7, "001", shown.session().missed().get(0).find()
					.orElseThrow().threshold())), shown.session().missed().get(0).find());
			shown.key(KeyEvent.VK_Z, KeyEvent.VK_CONTROL);
			ShownBdv.await("undone", () -> shown.session().missed().isEmpty() && shown
				.outlineAtRest(mark).isEmpty());
			shown.move(shown.inside(3));
			shown.key(KeyEvent.VK_L);
			expect("an ROI that is marked is True", "0T 1F 2U 3T");
			shown.key(KeyEvent.VK_Z, KeyEvent.VK_CONTROL);
			expect("and undone", "0T 1F 2U");
		}

		void bigDataViewersKeysDoTheirThing() throws Exception {
			final Interpolation before = shown.viewer().state().getInterpolation();
			shown.key(KeyEvent.VK_I);
			ShownBdv.await("I", () -> shown.viewer().state()
				.getInterpolation() != before);
			shown.key(KeyEvent.VK_I);
			shown.key(KeyEvent.VK_3, KeyEvent.VK_SHIFT);
			ShownBdv.await("shift 3 hides the answers", () -> shown.viewer().state()
				.getVisibleSources().size() == 2);
			shown.key(KeyEvent.VK_3, KeyEvent.VK_SHIFT);
			shown.key(KeyEvent.VK_X, KeyEvent.VK_SHIFT);
			ShownBdv.await("shift X aligns", () -> Math.abs(shown.viewer().state()
				.getViewerTransform().get(0, 2)) > 0.1);
			shown.key(KeyEvent.VK_S);
			ShownBdv.await("S", () -> Arrays.stream(Window.getWindows()).anyMatch(
				w -> w instanceof BrightnessDialog && w.isShowing()));
			System.out.println("right: BigDataViewer's keys");
			ShownBdv.onEventThread(() -> {
				for (final Window w : Window.getWindows())
					if (w instanceof BrightnessDialog) w.setVisible(false);
				return null;
			});
			expect("BigDataViewer's keys answer nothing", "0T 1F 2U");
		}

		void anotherWindowShowsTheSame() throws Exception {
			ShownBdv.onEventThread(() -> {
				shown.desk().open("page");
				return null;
			});
			shown.session().select(5);
			shown.awaitCurrent();
			// what another window does is heard at once
			ReviewSession.await(shown.session().answer(List.of(5), Answer.UNSURE));
			ShownBdv.await("colour of another window's answer", () -> onScreen(
				Color.WHITE) > 40);
			expect("another window", "0T 1F 2U 5U");
		}

		void ends() throws Exception {
			ShownBdv.onEventThread(() -> {
				final JComponent viewer = shown.viewer();
				final Window frame = javax.swing.SwingUtilities.getWindowAncestor(
					viewer);
				frame.dispatchEvent(new java.awt.event.WindowEvent(frame,
					java.awt.event.WindowEvent.WINDOW_CLOSING));
				return null;
			});
			ShownBdv.await("the window's end", () -> Arrays.stream(Window
				.getWindows()).noneMatch(w -> w instanceof bdv.viewer.ViewerFrame && w
					.isShowing()));
			// the page is still open: the review goes on
			ReviewSession.await(shown.session().answer(List.of(6), Answer.TRUE));
			expect("after the window", "0T 1F 2U 5U 6T");
			shown.desk().done();
		}

		private void expect(final String what, final String wanted)
			throws Exception
		{
			BdvWindowCheck.expect(journals, what, wanted);
		}
	}

	private static void theRobotEndsWhereTheOracleDoes(final Path folder)
		throws Exception
	{
		final java.util.function.IntFunction<Answer> truth = row -> row % 3 == 1
			? Answer.FALSE : row == 6 ? Answer.UNSURE : Answer.TRUE;
		try (ReviewSession session = BdvSample.session(folder.resolve("oracle"))) {
			new OracleReviewer(truth).review(session, Progress.NONE);
		}
		try (ReviewSession session = BdvSample.session(folder.resolve("robot"))) {
			final ShownBdv shown = ShownBdv.open(reviewer -> reviewer.review(session,
				Progress.NONE));
			BdvRobot.answer(shown, truth);
			shown.awaitEnd();
		}
		same("the robot's answers", state(folder.resolve("oracle")), state(folder
			.resolve("robot")));
	}

	/** Such as "0T 3F", by row. */
	private static String state(final Path journals) {
		return Verdicts.read(journals).current().stream().sorted((a, b) -> Long
			.compare(a.anchor().roi(), b.anchor().roi())).map(v -> v.anchor().roi() -
				1 + v.answer().text().substring(0, 1)).collect(Collectors.joining(" "));
	}

	private static void expect(final Path journals, final String what,
		final String wanted) throws Exception
	{
		final List<String> last = new ArrayList<>();
		try {
			ShownBdv.await(what, () -> {
				last.add(state(journals));
				return last.get(last.size() - 1).equals(wanted);
			});
		}
		catch (final java.util.concurrent.TimeoutException e) {
			throw new AssertionError(what + ": expected " + wanted +
				" but the journals say " + last.get(last.size() - 1), e);
		}
		System.out.println("right: " + what);
	}

	private static void same(final String what, final Object wanted,
		final Object found)
	{
		if (!Objects.equals(wanted, found)) throw new AssertionError(what +
			": expected " + Optional.ofNullable(wanted) + " but found " + Optional
				.ofNullable(found));
		System.out.println("right: " + what);
	}
}
