
package org.twostream.ui.page;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

import org.twostream.review.page.PageView;
import org.twostream.review.page.ReviewPage;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.ReviewWindow;
import org.twostream.ui.look.DrawnPane;
import org.twostream.ui.look.Look;
import org.twostream.ui.look.OpenBeside;

/** The window of a review page. Used on the event thread. */
final class PageWindow implements ReviewWindow, PageView {

	private static final double OF_SCREEN = 0.94;

	private final ReviewDesk desk;
	private final String kind;
	private final JFrame frame;
	private final CardLayout cards = new CardLayout();
	private final JPanel middle = new JPanel(cards);
	private final ReviewPage page;
	private final TilePane tiles;
	private final StripPane sections;
	private final Foot foot;
	private final KeyList keyList;

	private PageWindow(final ReviewDesk desk, final String kind) {
		this.desk = desk;
		this.kind = kind;
		frame = new JFrame(title(desk.session()));
		page = ReviewPage.open(desk.session(), SwingUtilities::invokeLater, this);
		tiles = new TilePane(page);
		sections = new StripPane(page);
		foot = new Foot(page, this::openOther, this::toggleKeys);
		final PageKeys keys = new PageKeys(page, this::openOther, this::toggleKeys,
			this::escape);
		keyList = new KeyList(keys.lines());
		keys.bind(frame.getRootPane());
	}

	static PageWindow open(final ReviewDesk desk, final String kind) {
		final PageWindow window = new PageWindow(desk, kind);
		window.build();
		window.frame.setVisible(true);
		window.tiles.requestFocusInWindow();
		return window;
	}

	private static String title(final ReviewSession session) {
		final Path project = session.journalPath().toAbsolutePath().getParent()
			.getParent();
		return "TwoStream review: " + (project == null || project
			.getFileName() == null ? "" : project.getFileName() + ", ") + "batch " +
			session.context().batch() + ", " + session.annotator();
	}

	private void build() {
		final TileMouse mouse = new TileMouse(page, tiles);
		tiles.addMouseListener(mouse);
		tiles.addMouseMotionListener(mouse);
		middle.setBackground(Look.GROUND);
		middle.add(tiles, tiles.getName());
		middle.add(sections, sections.getName());
		final JPanel content = new JPanel(new BorderLayout());
		content.add(middle, BorderLayout.CENTER);
		content.add(foot, BorderLayout.SOUTH);
		frame.setContentPane(content);
		frame.setGlassPane(keyList);
		frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				close();
				desk.closed(kind);
			}
		});
		final Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment()
			.getMaximumWindowBounds();
		frame.setMinimumSize(new Dimension(480, 320));
		frame.setSize((int) (OF_SCREEN * screen.width), (int) (OF_SCREEN *
			screen.height));
		frame.setLocationRelativeTo(null);
	}

	JFrame frame() {
		return frame;
	}

	ReviewPage page() {
		return page;
	}

	TilePane tiles() {
		return tiles;
	}

	private void toggleKeys() {
		keyList.setVisible(!keyList.isVisible());
	}

	private void escape() {
		if (keyList.isVisible()) keyList.setVisible(false);
		else if (page.secondLook().isPresent()) page.actions().toggleSecondLook();
		else if (page.isPart()) page.showAll();
	}

	private void openOther() {
		new OpenBeside(desk, kind, foot, page::note).open();
	}

	@Override
	public void tilesChanged(final Collection<Integer> items) {
		if (page.secondLook().isPresent()) sections.repaint();
		tiles.redraw(items);
	}

	@Override
	public void readAhead(final List<Integer> items) {
		SwingUtilities.invokeLater(() -> tiles.prepare(items));
	}

	@Override
	public void pageChanged() {
		final DrawnPane pane = page.secondLook().isPresent() ? sections : tiles;
		if (!pane.isVisible()) {
			cards.show(middle, pane.getName());
			pane.requestFocusInWindow();
		}
		tiles.pageChanged();
		sections.repaint();
		foot.update();
	}

	@Override
	public void footChanged() {
		foot.update();
	}

	@Override
	public void finished() {
		desk.done();
	}

	@Override
	public void toFront() {
		frame.toFront();
	}

	@Override
	public void close() {
		page.close();
		tiles.close();
		frame.dispose();
	}
}
