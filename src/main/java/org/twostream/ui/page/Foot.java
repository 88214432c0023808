
package org.twostream.ui.page;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridLayout;

import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.twostream.review.page.PageStep;
import org.twostream.review.page.ReviewPage;
import org.twostream.ui.look.FlatButton;
import org.twostream.ui.look.Look;

/** Done, how far the review is, why an item is asked, and buttons. */
@SuppressWarnings("serial")
final class Foot extends JPanel {

	private final transient ReviewPage page;
	private final ProgressStripe stripe;
	private final FlatButton done;
	private final FlatButton finish;
	private final FlatButton order;
	private final JLabel progress = label("progress", Font.BOLD, Look.TEXT);
	private final JLabel about = label("about", Font.PLAIN, Look.DIM);

	Foot(final ReviewPage page, final Runnable openOther,
		final Runnable showKeys)
	{
		super(new BorderLayout());
		this.page = page;
		setBackground(Look.PANEL);
		stripe = new ProgressStripe(page);
		done = new FlatButton("done", "Done",
			"Answers True what is left on this page, and goes on (Enter)", page
				.actions()::done).leading(new Color(0x007F5C));
		finish = new FlatButton("finish", "Finish", "Ends the review", page::finish)
			.leading(Look.RAISED);
		order = new FlatButton("order", "By cluster",
			"By cluster and distance, or at random (R)", page::toggleRandom);
		add(stripe, BorderLayout.NORTH);
		add(left(), BorderLayout.WEST);
		add(words(), BorderLayout.CENTER);
		add(right(openOther, showKeys), BorderLayout.EAST);
		update();
	}

	private JPanel left() {
		final JPanel panel = clear(new FlowLayout(FlowLayout.LEFT, 10, 9));
		panel.add(done);
		panel.add(finish);
		return panel;
	}

	private JPanel words() {
		final JPanel panel = clear(new GridLayout(2, 1));
		panel.setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
		panel.add(progress);
		panel.add(about);
		// long words give way to the buttons
		panel.setMinimumSize(new Dimension(10, 10));
		panel.setPreferredSize(new Dimension(10, 52));
		return panel;
	}

	private JPanel right(final Runnable openOther, final Runnable showKeys) {
		final JPanel panel = clear(new FlowLayout(FlowLayout.RIGHT, 6, 14));
		panel.add(order);
		panel.add(new FlatButton("masks", "Masks", "Shows the masks, or not (M)",
			page::toggleMasks));
		panel.add(new FlatButton("look", "Second look",
			"The sections through the object at the cursor (S)", page
				.actions()::toggleSecondLook));
		panel.add(new FlatButton("open", "Open beside...",
			"Another window on the same review (O)", openOther));
		panel.add(new FlatButton("keys", "Keys", "What the keys do (?)", showKeys));
		return panel;
	}

	private static JPanel clear(final java.awt.LayoutManager layout) {
		final JPanel panel = new JPanel(layout);
		panel.setOpaque(false);
		return panel;
	}

	private static JLabel label(final String name, final int style,
		final Color colour)
	{
		final JLabel label = new JLabel(" ");
		label.setName(name);
		label.setFont(Look.font(style, 13));
		label.setForeground(colour);
		return label;
	}

	/** Reads everything from the page again. */
	void update() {
		done.setText(page.actions().stepLabel());
		finish.setVisible(page.secondLook().isEmpty() && page.actions()
			.step() == PageStep.SECOND_LOOK);
		order.setText(page.isRandom() ? "Random order" : "By cluster");
		progress.setText(page.progress());
		about.setText(page.failure().orElseGet(page::about));
		about.setToolTipText(about.getText());
		about.setForeground(page.failure().isPresent() ? Look.FAILURE : Look.DIM);
		about.setFont(Look.font(page.failure().isPresent() ? Font.BOLD : Font.PLAIN,
			13));
		stripe.repaint();
	}
}
