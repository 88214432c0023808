
package org.twostream.ui.planes;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import javax.swing.JLabel;
import javax.swing.JTextField;

import org.twostream.core.Answer;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;
import org.twostream.review.scene.PlaneAxis;
import org.twostream.review.scene.PlaneView;
import org.twostream.review.scene.Point;
import org.twostream.review.scene.SampleScene;
import org.twostream.review.session.AnswerColours;
import org.twostream.review.session.ReviewSession;

/**
 * Uses the planes with mouse and keys and compares the journal and the view
 * with what was done. Needs a display; the argument is an empty folder. Ends
 * with 1 at the first thing that is wrong.
 */
public final class PlanesWindowCheck {

	private static final int ITEMS = 8;

	private final Path journals;
	private final SampleScene sample = new SampleScene(11, 14, false);
	private ReviewSession session;
	private ShownPlanes shown;

	private PlanesWindowCheck(final Path journals) {
		this.journals = journals;
	}

	public static void main(final String[] args) throws Exception {
		final PlanesWindowCheck check = new PlanesWindowCheck(Path.of(args[0]));
		try {
			check.run();
		}
		catch (final Exception | AssertionError e) {
			e.printStackTrace(System.out);
			System.exit(1);
		}
		System.exit(0);
	}

	private void run() throws Exception {
		final List<ReviewItem> items = IntStream.range(0, ITEMS).mapToObj(
			i -> new ReviewItem(i, Purpose.QUERY, i + 1, "")).toList();
		session = ReviewSession.open(new ReviewSession.Setup(new ReviewContext(
			sample.table, "001", "001", ""), items, journals, "ann"), sample::scene);
		shown = ShownPlanes.of(session);
		shown.awaitView(0);
		clicks();
		keysAnswer();
		navigation();
		wheelAndDrag();
		goTo();
		selectionFromElsewhere();
		missed();
		failure();
	}

	private void clicks() throws Exception {
		for (final Answer wanted : List.of(Answer.FALSE, Answer.UNSURE, Answer.TRUE,
			Answer.FALSE))
		{
			shown.click(PlaneAxis.XY, shown.voxelOf(0));
			await("click makes " + wanted, () -> session.answer(0).equals(Optional.of(
				wanted)));
		}
		same("in the journal", Answer.FALSE, journal(0));
		// the outline is red: some pixel of the screen about the object is
		await("outline on the screen is red", () -> shows(AnswerColours.FALSE));
	}

	private boolean shows(final int colour) throws Exception {
		final java.awt.Rectangle r = ShownPlanes.onEventThread(
			() -> new java.awt.Rectangle(shown.pane(PlaneAxis.XY)
				.getLocationOnScreen(), shown.pane(PlaneAxis.XY).getSize()));
		final var picture = shown.robot().createScreenCapture(r);
		for (int y = 0; y < r.height; y++)
			for (int x = 0; x < r.width; x++)
				if ((picture.getRGB(x, y) & 0xFFFFFF) == (colour & 0xFFFFFF))
					return true;
		return false;
	}

	private void keysAnswer() throws Exception {
		shown.key(KeyEvent.VK_N);
		shown.awaitView(1);
		shown.key(KeyEvent.VK_T);
		shown.awaitView(2);
		shown.key(KeyEvent.VK_F);
		shown.awaitView(3);
		shown.key(KeyEvent.VK_U);
		shown.awaitView(4);
		await("keys are in the journal", () -> List.of(journal(1), journal(2),
			journal(3)).equals(List.of(Answer.TRUE, Answer.FALSE, Answer.UNSURE)));
		shown.key(KeyEvent.VK_Z, KeyEvent.VK_CONTROL);
		await("undo", () -> session.answer(3).isEmpty());
		shown.key(KeyEvent.VK_Y, KeyEvent.VK_CONTROL);
		await("redo", () -> session.answer(3).equals(Optional.of(Answer.UNSURE)));
		shown.key(KeyEvent.VK_A);
		shown.key(KeyEvent.VK_T);
		await("stays after an answer", () -> session.answer(4).equals(Optional.of(
			Answer.TRUE)));
		same("current", 4, session.current());
		shown.key(KeyEvent.VK_A);
		shown.key(KeyEvent.VK_SPACE);
		await("space goes round", () -> session.answer(4).equals(Optional.of(
			Answer.FALSE)));
	}

	private void navigation() throws Exception {
		shown.key(KeyEvent.VK_LEFT);
		shown.awaitView(3);
		shown.key(KeyEvent.VK_RIGHT);
		shown.awaitView(4);
		shown.key(KeyEvent.VK_P);
		shown.awaitView(7);
		same("upright", sample.table.get(7).angle(), angle());
		shown.key(KeyEvent.VK_R);
		same("as stored", 0.0, angle());
		shown.key(KeyEvent.VK_R);
		same("upright again", sample.table.get(7).angle(), angle());
	}

	private double angle() throws Exception {
		return ShownPlanes.onEventThread(() -> shown.control().viewpoint().angle());
	}

	private Point centre() throws Exception {
		return ShownPlanes.onEventThread(() -> shown.control().viewpoint()
			.centre());
	}

	private void wheelAndDrag() throws Exception {
		final Point before = centre();
		final java.awt.Point middle = shown.onScreen(PlaneAxis.XY, before);
		shown.robot().mouseMove(middle.x + 5, middle.y + 7);
		final int way = before.z() > 600 ? -1 : 1;
		shown.robot().mouseWheel(2 * way);
		await("wheel goes two sections", () -> Math.abs(centre().z() - before.z() -
			way * 60) < 1e-6);
		shown.key(way > 0 ? KeyEvent.VK_UP : KeyEvent.VK_DOWN);
		await("key goes one back", () -> Math.abs(centre().z() - before.z() - way *
			30) < 1e-6);
		final PlaneView view = view();
		final Point under = view.at(view.width() / 2.0 + 5.5, view.height() / 2.0 +
			7.5);
		shown.robot().keyPress(KeyEvent.VK_CONTROL);
		shown.robot().mouseWheel(-3);
		shown.robot().keyRelease(KeyEvent.VK_CONTROL);
		await("wheel zooms in", () -> view().nmPerPixel() < 0.6 * view
			.nmPerPixel());
		final PlaneView closer = view();
		final Point now = closer.at(closer.width() / 2.0 + 5.5, closer.height() /
			2.0 + 7.5);
		same("what is under the mouse stays", true, now.minus(under)
			.length() < 1.01 * view.nmPerPixel());
		final Point from = centre();
		shown.robot().mousePress(InputEvent.BUTTON1_DOWN_MASK);
		for (int i = 1; i <= 10; i++)
			shown.robot().mouseMove(middle.x + 5 + 4 * i, middle.y + 7);
		shown.robot().mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		await("drag moves the planes", () -> Math.abs(centre().minus(from)
			.length() - 40 * closer.nmPerPixel()) < 1e-3 * closer.nmPerPixel());
		same("a drag answers nothing", Optional.empty(), session.answer(7));
	}

	private PlaneView view() throws Exception {
		return ShownPlanes.onEventThread(() -> shown.control().view(PlaneAxis.XY));
	}

	private void goTo() throws Exception {
		type(String.valueOf(sample.table.get(5).id()));
		shown.awaitView(5);
		type("30,40,10");
		await("voxel 30,40,10", () -> centre().minus(new Point(240, 400, 300))
			.length() < 1e-6);
		type("77777");
		await("an id that is not there", () -> line().startsWith(
			"There is no ROI 77777;"));
		shown.key(KeyEvent.VK_B);
		shown.awaitView(5);
	}

	private void type(final String text) throws Exception {
		shown.key(KeyEvent.VK_G);
		final JTextField field = (JTextField) ShownPlanes.find(shown.window()
			.frame().getContentPane(), "goto");
		await("field has the focus", () -> ShownPlanes.onEventThread(
			field::isFocusOwner));
		for (final char c : text.toCharArray())
			shown.key(c == ',' ? KeyEvent.VK_COMMA : KeyEvent.VK_0 + c - '0');
		shown.key(KeyEvent.VK_ENTER);
		// else the next key is typed into it
		await("field has let the focus go", () -> !ShownPlanes.onEventThread(
			field::isFocusOwner));
	}

	private String line() throws Exception {
		return ShownPlanes.onEventThread(() -> ((JLabel) ShownPlanes.find(shown
			.window().frame().getContentPane(), "line")).getText());
	}

	/** As another window does. */
	private void selectionFromElsewhere() throws Exception {
		session.select(2);
		shown.awaitView(2);
		ReviewSession.await(session.answerRow(2, Answer.UNSURE));
		await("colour of an answer from elsewhere", () -> shows(
			AnswerColours.UNSURE));
	}

	private void missed() throws Exception {
		Point free = centre();
		while (!isFree(free))
			free = free.plus(new Point(8, 0, 0));
		final java.awt.Point at = shown.onScreen(PlaneAxis.XY, free);
		shown.robot().mouseMove(at.x, at.y);
		shown.robot().waitForIdle();
		shown.key(KeyEvent.VK_X);
		await("a missed object is marked", () -> session.missedMarks().size() == 1);
		final var place = session.missedMarks().get(0).place();
		same("where the mouse is", List.of(Math.round(free.x() / 8), Math.round(free
			.y() / 10), Math.round(free.z() / 30)), List.of(place.x(), place.y(),
				place.z()));
	}

	private boolean isFree(final Point p) {
		return sample.roi(Math.round(p.x() / 8), Math.round(p.y() / 10), Math.round(
			p.z() / 30)) == 0;
	}

	private void failure() throws Exception {
		session.close();
		shown.key(KeyEvent.VK_T);
		await("a failure is said", () -> line().startsWith(
			"The answer was not recorded"));
		ShownPlanes.onEventThread(() -> {
			shown.window().frame().dispatchEvent(new java.awt.event.WindowEvent(shown
				.window().frame(), java.awt.event.WindowEvent.WINDOW_CLOSING));
			return null;
		});
		same("the window's end", true, shown.awaitEnd());
	}

	private Answer journal(final int row) {
		return Verdicts.read(journals).current().stream().filter(v -> v.anchor()
			.roi() == sample.table.get(row).id()).map(Verdict::answer).findFirst()
			.orElseThrow();
	}

	private static void await(final String what, final Callable<Boolean> is)
		throws Exception
	{
		ShownPlanes.await(what, is);
		System.out.println("right: " + what);
	}

	private static void same(final String what, final Object wanted,
		final Object found)
	{
		if (!Objects.equals(wanted, found)) throw new AssertionError(what +
			": expected " + wanted + " but found " + found);
		System.out.println("right: " + what);
	}
}
