
package org.twostream.ui.bdv;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Insets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.IntConsumer;

import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

import org.twostream.review.ReviewItem;
import org.twostream.review.page.PatchCache;
import org.twostream.review.page.ProgressLine;
import org.twostream.review.page.QueryReasons;
import org.twostream.review.scene.JournalState;
import org.twostream.review.scene.Neighbours;
import org.twostream.review.session.AnswerColours;
import org.twostream.review.session.Counts;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.ReviewWindowKind;

/**
 * The card beside the view: the query in words and as its patch, its cluster,
 * how far the review is, and what the journal holds. Used on the event thread.
 */
final class ReviewCard implements AutoCloseable {

	static final String KEY = "twostream review card";

	private static final int WIDTH = 296;
	private static final int PATCH = 144;
	private static final int SMALL = 44;
	private static final int COLUMNS = 6;
	private static final int MOST = 12;
	private static final long PATCH_BYTES = 32L << 20;
	private static final Color FAILURE = new Color(0xB3261E);

	private final ReviewDesk desk;
	private final ReviewSession session;
	private final IntConsumer fly;
	private final QueryReasons reasons;
	private final Neighbours neighbours;
	private final PatchCache patches;
	private final ExecutorService looks = Reading.thread("journal state");
	private final JPanel panel = new JPanel();
	private final JLabel query = text();
	private final JLabel why = text();
	private final JLabel patch = new JLabel();
	private final JLabel cluster = text();
	private final JPanel others = new JPanel(new GridLayout(0, COLUMNS, 3, 3));
	private final JLabel counts = text();
	private final JLabel answers = text();
	private final JLabel journal = text();

	/**
	 * @param fly goes to a row of the ROI table
	 * @param keys what they do, HTML
	 */
	ReviewCard(final ReviewDesk desk, final IntConsumer fly, final String keys) {
		this.desk = desk;
		this.fly = fly;
		session = desk.session();
		reasons = new QueryReasons(session.scene().places());
		neighbours = new Neighbours(session.scene().places());
		patches = new PatchCache(() -> session.scene().patches(), 1, PATCH_BYTES,
			row -> SwingUtilities.invokeLater(this::pictures));
		panel.setLayout(new BoxLayout(panel, BoxLayout.Y_AXIS));
		panel.setBorder(BorderFactory.createEmptyBorder(2, 8, 6, 4));
		query.setFont(query.getFont().deriveFont(Font.BOLD));
		patch.setPreferredSize(new Dimension(2 * PATCH, PATCH));
		final JLabel help = text();
		help.setText(html(keys));
		for (final JComponent c : List.of(query, why, patch, cluster, others,
			counts, answers, journal, buttons(), help))
			add(c);
	}

	private void add(final JComponent c) {
		c.setAlignmentX(Component.LEFT_ALIGNMENT);
		panel.add(c);
		panel.add(javax.swing.Box.createVerticalStrut(4));
	}

	private static JLabel text() {
		final JLabel label = new JLabel(" ");
		label.setFont(label.getFont().deriveFont(Font.PLAIN));
		return label;
	}

	private static String html(final String words) {
		return "<html><body style='width:" + WIDTH * 3 / 4 + "px'>" + words;
	}

	private JComponent buttons() {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		for (final ReviewWindowKind kind : desk.kinds())
			if (!kind.name().equals(BdvKind.NAME)) row.add(button(kind.title(),
				"Open beside this window.", () -> desk.open(kind.name())));
		row.add(button("Done", "Close all windows of this review.", desk::done));
		return row;
	}

	// Buttons never take the keys away from the view.
	private static JButton button(final String label, final String tip,
		final Runnable action)
	{
		final JButton button = new JButton(label);
		button.setToolTipText(tip);
		button.setFocusable(false);
		button.setMargin(new Insets(2, 7, 2, 7));
		button.addActionListener(e -> action.run());
		return button;
	}

	JComponent component() {
		return panel;
	}

	/** Shows what holds now. */
	void update() {
		final Counts n = session.counts();
		counts.setText(html(ProgressLine.of(n, session.pace())));
		answers.setText(html(chip(AnswerColours.TRUE, n.saidTrue() + "&nbsp;True") +
			chip(AnswerColours.FALSE, n.saidFalse() + "&nbsp;False") + chip(
				AnswerColours.UNSURE, n.unsure() + "&nbsp;Unsure")));
		looks.execute(() -> {
			final JournalState state = JournalState.of(session.journalPath(), ZoneId
				.systemDefault());
			SwingUtilities.invokeLater(() -> {
				journal.setForeground(counts.getForeground());
				journal.setText(html("Journal " + state.file() + ": " + state.words()));
			});
		});
		if (session.items().isEmpty()) query.setText("Nothing is asked");
		else shown();
	}

	private static String chip(final int colour, final String words) {
		return String.format(
			"<span style='background:#808080;color:#%06x'>&nbsp;&#9632;&nbsp;</span> %s ",
			colour & 0xffffff, words);
	}

	private void shown() {
		final int item = session.current();
		final ReviewItem asked = session.items().get(item);
		query.setText("Query " + (item + 1) + " of " + session.items().size() +
			": ROI " + session.context().table().get(asked.row()).id());
		why.setText(html("Asked because: " + reasons.of(asked)));
		final List<Integer> rows = new ArrayList<>(List.of(asked.row()));
		neighbours.of(asked.row(), MOST, session).forEach(o -> rows.add(o.row()));
		patches.want(rows);
		final int size = neighbours.size(asked.row());
		cluster.setText(size == 0 ? "No clusters" : "The nearest of " + size +
			" in its cluster:");
		pictures();
	}

	/** Those that are there; the others come one by one. */
	private void pictures() {
		if (session.items().isEmpty()) return;
		final int row = session.items().get(session.current()).row();
		patch.setIcon(patches.get(row).map(p -> new PatchIcon(p, PATCH, colour(
			session.answerOfRow(row)), true)).orElse(null));
		others.removeAll();
		for (final Neighbours.Neighbour o : neighbours.of(row, MOST, session))
			patches.get(o.row()).ifPresent(p -> others.add(neighbour(o, p)));
		others.setMaximumSize(others.getPreferredSize());
		others.revalidate();
		others.repaint();
	}

	private JLabel neighbour(final Neighbours.Neighbour other,
		final byte[] pixels)
	{
		final Color colour = colour(other.answer());
		final JLabel label = new JLabel(new PatchIcon(pixels, SMALL, colour,
			false));
		label.setBorder(BorderFactory.createLineBorder(colour, 1));
		label.setToolTipText("ROI " + session.context().table().get(other.row())
			.id() + ": click to fly there");
		label.addMouseListener(new java.awt.event.MouseAdapter() {

			@Override
			public void mousePressed(final java.awt.event.MouseEvent e) {
				fly.accept(other.row());
			}
		});
		return label;
	}

	private static Color colour(final Optional<org.twostream.core.Answer> a) {
		return new Color(AnswerColours.of(a));
	}

	void failed(final String sentence) {
		journal.setForeground(FAILURE);
		journal.setText(html(sentence));
	}

	@Override
	public void close() {
		patches.close();
		Reading.end(looks);
	}
}
