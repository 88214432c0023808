
package org.twostream.ui.planes;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JSplitPane;
import javax.swing.WindowConstants;
import javax.swing.plaf.basic.BasicSplitPaneUI;

import org.twostream.review.scene.PlaneAxis;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewWindow;
import org.twostream.review.session.ReviewWindowKind;

/**
 * The window: a large section, two side planes, the card, a line at the foot.
 */
final class PlanesWindow implements ReviewWindow, Surface {

	private final ReviewDesk desk;
	private final String kind;
	private final JFrame frame;
	private final JPanel root = new JPanel(new BorderLayout());
	private final Map<PlaneAxis, PlanePane> panes = new EnumMap<>(
		PlaneAxis.class);
	private final CardPane card;
	private final Foot foot;
	private final Background opening;
	private Optional<PlanesControl> control = Optional.empty();
	private Optional<KeyList> keyList = Optional.empty();
	private boolean closed;

	private PlanesWindow(final ReviewDesk desk, final String kind) {
		this.desk = desk;
		this.kind = kind;
		frame = new JFrame("TwoStream volume view: " + desk.session().annotator());
		foot = new Foot(text -> control.ifPresent(c -> c.goTo(text)),
			root::requestFocusInWindow);
		card = new CardPane(row -> control.ifPresent(c -> c.visit(row)));
		opening = new Background(this::fail);
	}

	/** Opens it; planes come when the volumes are open. */
	static PlanesWindow open(final ReviewDesk desk, final String kind) {
		final PlanesWindow window = new PlanesWindow(desk, kind);
		window.build();
		window.say("Opening the volumes...");
		window.opening.run(() -> desk.session().scene(), scene -> {
			if (window.closed) return;
			window.say("");
			window.begin(new PlanesControl(desk.session(), scene, window));
		});
		return window;
	}

	private void build() {
		frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				leave();
			}
		});
		root.setFocusable(true);
		root.setBackground(Shades.GROUND);
		root.add(card, BorderLayout.EAST);
		root.add(foot, BorderLayout.SOUTH);
		frame.setContentPane(root);
		frame.setPreferredSize(new Dimension(1400, 900));
		frame.pack();
		frame.setLocationByPlatform(true);
		frame.setVisible(true);
		root.requestFocusInWindow();
	}

	private void begin(final PlanesControl c) {
		control = Optional.of(c);
		for (final PlaneAxis plane : PlaneAxis.values()) {
			final PlanePane pane = new PlanePane(plane, c);
			pane.addComponentListener(new ComponentAdapter() {

				@Override
				public void componentResized(final ComponentEvent e) {
					c.refresh();
				}
			});
			panes.put(plane, pane);
		}
		final JSplitPane upper = split(JSplitPane.HORIZONTAL_SPLIT, panes.get(
			PlaneAxis.XY), panes.get(PlaneAxis.ZY));
		final JSplitPane both = split(JSplitPane.VERTICAL_SPLIT, upper, panes.get(
			PlaneAxis.XZ));
		root.add(both, BorderLayout.CENTER);
		root.validate();
		both.setDividerLocation(both.getHeight() - PlanePane.SIDE);
		root.validate();
		upper.setDividerLocation(upper.getWidth() - PlanePane.SIDE);
		final PlanesKeys keys = ReviewKeys.of(c, this, desk, kind);
		keys.bind(root);
		keyList = Optional.of(new KeyList(keys, this::toggleKeys));
		root.validate();
		root.requestFocusInWindow();
		c.start();
	}

	private static JSplitPane split(final int way, final java.awt.Component a,
		final java.awt.Component b)
	{
		final JSplitPane pane = new JSplitPane(way, true, a, b);
		pane.setUI(new BasicSplitPaneUI());
		((BasicSplitPaneUI) pane.getUI()).getDivider().setBorder(BorderFactory
			.createEmptyBorder());
		pane.setBackground(Shades.PANEL);
		pane.setBorder(BorderFactory.createEmptyBorder());
		pane.setResizeWeight(1);
		pane.setDividerSize(6);
		// Its own keys would take those of the window.
		pane.setInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT,
			new InputMap());
		return pane;
	}

	JFrame frame() {
		return frame;
	}

	/** Empty until the volumes are open. */
	Optional<PlanesControl> control() {
		return control;
	}

	@Override
	public void toFront() {
		frame.toFront();
		frame.requestFocus();
	}

	@Override
	public void leave() {
		if (closed) return;
		close();
		desk.closed(kind);
	}

	@Override
	public void close() {
		closed = true;
		opening.close();
		control.ifPresent(PlanesControl::close);
		frame.dispose();
	}

	@Override
	public int width(final PlaneAxis plane) {
		return panes.get(plane).getWidth();
	}

	@Override
	public int height(final PlaneAxis plane) {
		return panes.get(plane).getHeight();
	}

	@Override
	public void show(final Map<PlaneAxis, BufferedImage> pictures) {
		pictures.forEach((plane, picture) -> panes.get(plane).show(picture));
	}

	@Override
	public void show(final PlanesCard newCard) {
		card.show(newCard);
	}

	@Override
	public void say(final String sentence) {
		foot.say(sentence);
	}

	@Override
	public void fail(final String sentence) {
		foot.fail(sentence);
	}

	@Override
	public void ask() {
		foot.ask();
	}

	@Override
	public void toggleKeys() {
		keyList.ifPresent(list -> list.toggle(frame));
		root.requestFocusInWindow();
	}

	@Override
	public void choose(final List<ReviewWindowKind> kinds) {
		final JPopupMenu menu = new JPopupMenu();
		for (final ReviewWindowKind k : kinds) {
			final JMenuItem item = new JMenuItem(k.title());
			item.addActionListener(e -> desk.open(k.name()));
			menu.add(item);
		}
		menu.show(root, root.getWidth() / 3, root.getHeight() / 3);
	}
}
