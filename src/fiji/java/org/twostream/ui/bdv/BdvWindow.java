
package org.twostream.ui.bdv;

import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Set;

import javax.swing.SwingUtilities;

import org.twostream.core.Answer;
import org.twostream.review.scene.SceneBlocks;
import org.twostream.review.scene.ScreenOutlines;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewScene;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.ReviewWindow;
import org.twostream.review.session.SessionListener;
import org.twostream.roi.RoiTable;

import bdv.ui.BdvDefaultCards;
import bdv.util.Bdv;
import bdv.util.BdvFunctions;
import bdv.util.BdvHandle;
import bdv.viewer.ViewerPanel;

/** A BigDataViewer window on a review. Used on the event thread. */
final class BdvWindow implements ReviewWindow, SessionListener {

	private static final long LABEL_BYTES = 128L << 20;
	private static final int LABEL_THREADS = 2;
	private static final int WIDTH = 1280;
	private static final int HEIGHT = 800;
	/** Of the cards. */
	private static final int CARDS_WIDTH = 330;

	private final ReviewDesk desk;
	private final ReviewSession session;
	private final BdvHandle bdv;
	private final ViewerPanel viewer;
	private final SceneSources sources;
	private final SceneBlocks blocks;
	private final ScreenOutlines outlines;
	private final AnswerOverlay overlay;
	private final QueryView view;
	private final ReviewKeys keys;
	private final ReviewCard card;
	private boolean started;
	private boolean closed;

	private BdvWindow(final ReviewDesk desk) {
		this.desk = desk;
		session = desk.session();
		final ReviewScene scene = session.scene();
		final RoiTable table = session.context().table();
		bdv = BdvFunctions.show(Bdv.options().frameTitle("TwoStream review: " +
			session.annotator() + ", batch " + session.context().batch())
			.preferredSize(WIDTH, HEIGHT));
		viewer = bdv.getViewerPanel();
		sources = new SceneSources(scene, table.voxelSize(), this::failed);
		sources.show(bdv);
		blocks = new SceneBlocks(scene, table, LABEL_BYTES, LABEL_THREADS,
			this::failed);
		outlines = new ScreenOutlines(blocks, table.size(), session::missedMarks,
			this::repaint);
		overlay = new AnswerOverlay(session, outlines, viewer.getDisplay());
		BdvFunctions.showOverlay(overlay, "answers", Bdv.options().addTo(bdv));
		view = new QueryView(viewer, scene, table, blocks, this::failed);
		keys = keys();
		card = new ReviewCard(desk, this::visit, keys.words(bdv));
	}

	/**
	 * @throws org.twostream.core.UserError if the volumes cannot be opened
	 */
	static BdvWindow open(final ReviewDesk desk) {
		final BdvWindow window = new BdvWindow(desk);
		window.keys.install(window.bdv);
		window.cards();
		window.listen();
		return window;
	}

	private ReviewKeys keys() {
		return new ReviewKeys().key(Command.TRUE, () -> answer(Answer.TRUE)).key(
			Command.FALSE, () -> answer(Answer.FALSE)).key(Command.UNSURE,
				() -> answer(Answer.UNSURE)).key(Command.NEXT, () -> step(1)).key(
					Command.PREVIOUS, () -> step(-1)).key(Command.CENTRE, this::centre)
			.key(Command.UNDO, session::undo).key(Command.REDO, session::redo).place(
				Command.MISSED, (x, y) -> view.voxel(x, y, session::markMissed)).place(
					Command.TOGGLE, (x, y) -> view.roi(x, y, session::cycleRow)).place(
						Command.SELECT, (x, y) -> view.roi(x, y, row -> session.itemOf(row)
							.ifPresent(session::select)));
	}

	private void cards() {
		for (final String other : List.of(BdvDefaultCards.DEFAULT_SOURCES_CARD,
			BdvDefaultCards.DEFAULT_SOURCEGROUPS_CARD,
			BdvDefaultCards.DEFAULT_VIEWERMODES_CARD))
			bdv.getCardPanel().setCardExpanded(other, false);
		bdv.getCardPanel().addCard(ReviewCard.KEY, "Review", card.component(),
			true);
	}

	private void listen() {
		session.add(this);
		viewer.transformListeners().add(t -> outlines.want(view.view()));
		viewer.getDisplay().addComponentListener(new ComponentAdapter() {

			@Override
			public void componentResized(final ComponentEvent e) {
				outlines.want(view.view());
			}
		});
		bdv.getSplitPanel().addComponentListener(new ComponentAdapter() {

			@Override
			public void componentResized(final ComponentEvent e) {
				if (!started) expand();
			}
		});
		frame().addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				if (!closed) {
					release();
					desk.closed(BdvKind.NAME);
				}
			}
		});
	}

	/** Shows the cards, once the window has got its size, then the query. */
	private void expand() {
		started = true;
		bdv.getSplitPanel().setCollapsed(false);
		bdv.getSplitPanel().setDividerLocation(Math.max(bdv.getSplitPanel()
			.getWidth() / 2, bdv.getSplitPanel().getWidth() - CARDS_WIDTH));
		bdv.getSplitPanel().validate();
		later(() -> {
			if (!session.items().isEmpty()) {
				view.start(currentRow());
				session.shown().add(List.of(session.current()));
			}
			viewer.requestFocusInWindow();
			card.update();
		});
	}

	BdvHandle handle() {
		return bdv;
	}

	ScreenOutlines outlines() {
		return outlines;
	}

	AnswerOverlay overlay() {
		return overlay;
	}

	private Window frame() {
		return SwingUtilities.getWindowAncestor(viewer);
	}

	private int currentRow() {
		return session.items().get(session.current()).row();
	}

	/** Of the overlay only. */
	private void repaint() {
		viewer.getDisplay().repaint();
	}

	private void answer(final Answer answer) {
		if (session.items().isEmpty()) return;
		final int item = session.current();
		session.answer(List.of(item), answer).thenRun(() -> session.nextOpen(item,
			1).ifPresent(session::select));
	}

	private void step(final int by) {
		final int n = session.items().size();
		if (n > 0) session.select(Math.floorMod(session.current() + by, n));
	}

	private void centre() {
		if (!session.items().isEmpty()) view.fly(currentRow());
	}

	/** Goes to an ROI, as the query if it is one. */
	private void visit(final int row) {
		session.itemOf(row).ifPresentOrElse(session::select, () -> view.fly(row));
	}

	@Override
	public void answered(final Set<Integer> rows) {
		repaint();
		later(card::update);
	}

	@Override
	public void selected(final int item) {
		later(() -> {
			centre();
			repaint();
			card.update();
		});
	}

	@Override
	public void missedChanged() {
		later(() -> outlines.want(view.view()));
	}

	@Override
	public void said(final String sentence) {
		later(() -> viewer.showMessage(sentence));
	}

	@Override
	public void failed(final String sentence) {
		later(() -> {
			viewer.showMessage(sentence);
			card.failed(sentence);
		});
	}

	private void later(final Runnable action) {
		SwingUtilities.invokeLater(() -> {
			if (!closed) action.run();
		});
	}

	@Override
	public void toFront() {
		frame().toFront();
		viewer.requestFocusInWindow();
	}

	@Override
	public void close() {
		if (closed) return;
		final Window frame = frame();
		release();
		frame.dispose();
	}

	/** Nothing reads from the session's volumes after this. */
	private void release() {
		closed = true;
		session.remove(this);
		viewer.stop();
		outlines.close();
		view.close();
		blocks.close();
		card.close();
		sources.close();
	}
}
