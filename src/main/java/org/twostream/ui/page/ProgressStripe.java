
package org.twostream.ui.page;

import java.awt.Dimension;
import java.awt.Graphics;

import javax.swing.JComponent;

import org.twostream.core.Answer;
import org.twostream.review.page.ReviewPage;
import org.twostream.review.session.Counts;
import org.twostream.ui.look.Look;

/** How much is True, False, Unsure and open, as a stripe. */
@SuppressWarnings("serial")
final class ProgressStripe extends JComponent {

	private final transient ReviewPage page;

	ProgressStripe(final ReviewPage page) {
		this.page = page;
		setPreferredSize(new Dimension(100, 4));
	}

	@Override
	protected void paintComponent(final Graphics g) {
		final Counts c = page.counts();
		g.setColor(Look.RAISED);
		g.fillRect(0, 0, getWidth(), getHeight());
		final int[] parts = { c.saidTrue(), c.saidFalse(), c.unsure() };
		final Answer[] answers = { Answer.TRUE, Answer.FALSE, Answer.UNSURE };
		long before = 0;
		for (int i = 0; i < parts.length; i++) {
			final long x = before * getWidth() / Math.max(1, c.items());
			before += parts[i];
			g.setColor(Look.of(answers[i]));
			g.fillRect((int) x, 0, (int) (before * getWidth() / Math.max(1, c
				.items()) - x), getHeight());
		}
	}
}
