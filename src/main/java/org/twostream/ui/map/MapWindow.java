
package org.twostream.ui.map;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.EnumMap;
import java.util.Map;

import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

import org.twostream.review.map.MapColours;
import org.twostream.review.map.ReviewMap;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewWindow;
import org.twostream.ui.look.FlatButton;
import org.twostream.ui.look.Look;
import org.twostream.ui.look.OpenBeside;

/** The window: the map, the card beside it, a foot. On the event thread. */
final class MapWindow implements ReviewWindow {

	private final ReviewDesk desk;
	private final String kind;
	private final JFrame frame;
	private final ReviewMap map;
	private final MapPane pane;
	private final MapCard card;
	private final JLabel status = new JLabel(" ");
	private final Map<MapColours, FlatButton> colours = new EnumMap<>(
		MapColours.class);
	private final JPanel foot = new JPanel(new BorderLayout());

	private MapWindow(final ReviewDesk desk, final String kind) {
		this.desk = desk;
		this.kind = kind;
		frame = new JFrame("TwoStream map: " + desk.session().annotator());
		map = ReviewMap.open(desk.session(), SwingUtilities::invokeLater,
			Look.GROUND.getRGB(), this::update);
		pane = new MapPane(map);
		card = new MapCard(map, MapKeys.LINES);
	}

	static MapWindow open(final ReviewDesk desk, final String kind) {
		final MapWindow window = new MapWindow(desk, kind);
		window.build();
		window.update();
		window.frame.setVisible(true);
		window.pane.requestFocusInWindow();
		return window;
	}

	private void build() {
		new MapMouse(map, pane).bind();
		new MapKeys(map, this::openOther, this::leave).bind(frame.getRootPane());
		foot.setBackground(Look.PANEL);
		status.setName("status");
		status.setFont(Look.font(Font.PLAIN, 13));
		status.setForeground(Look.TEXT);
		status.setBorder(BorderFactory.createEmptyBorder(6, 16, 6, 8));
		// long words give way to the buttons
		status.setMinimumSize(new Dimension(10, 10));
		status.setPreferredSize(new Dimension(10, 44));
		foot.add(status, BorderLayout.CENTER);
		foot.add(buttons(), BorderLayout.EAST);
		final JPanel content = new JPanel(new BorderLayout());
		content.add(pane, BorderLayout.CENTER);
		content.add(card, BorderLayout.EAST);
		content.add(foot, BorderLayout.SOUTH);
		frame.setContentPane(content);
		frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				leave();
			}
		});
		frame.setMinimumSize(new Dimension(640, 480));
		frame.setPreferredSize(new Dimension(1180, 800));
		frame.pack();
		frame.setLocationByPlatform(true);
	}

	private JPanel buttons() {
		final JPanel panel = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6, 7));
		panel.setOpaque(false);
		for (final MapColours by : MapColours.values()) {
			final FlatButton button = new FlatButton(by.name().toLowerCase(
				java.util.Locale.ROOT), by.title(), "Colours tell the " + by.title()
					.toLowerCase(java.util.Locale.ROOT) + " (C)", () -> map.colour(by));
			colours.put(by, button);
			panel.add(button);
		}
		panel.add(new FlatButton("whole", "Whole map", "Shows the whole map (W)",
			map::fit));
		panel.add(new FlatButton("open", "Open beside...",
			"Another window on the same review (O)", this::openOther));
		return panel;
	}

	JFrame frame() {
		return frame;
	}

	ReviewMap map() {
		return map;
	}

	MapPane pane() {
		return pane;
	}

	private void update() {
		if (status.getParent() == null) return; // not built yet
		status.setText(map.status());
		status.setToolTipText(map.status());
		colours.forEach((by, button) -> button.setForeground(by == map.colours()
			? Look.CURSOR : Look.TEXT));
		pane.repaint();
		card.repaint();
	}

	private void openOther() {
		new OpenBeside(desk, kind, foot, map::say).open();
	}

	private void leave() {
		close();
		desk.closed(kind);
	}

	@Override
	public void toFront() {
		frame.toFront();
	}

	@Override
	public void close() {
		map.close();
		frame.dispose();
	}
}
