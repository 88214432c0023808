
package org.twostream.ui.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.review.session.AnswerColours;

/**
 * The colours of review windows. An answer is told by its colour and by a sign
 * as well: a tick for True, a cross for False, a question mark for Unsure.
 */
public final class Look {

	public static final Color GROUND = new Color(0x14171B);
	public static final Color PANEL = new Color(0x1F242A);
	public static final Color RAISED = new Color(0x313942);
	public static final Color TEXT = new Color(0xE8EDF2);
	public static final Color DIM = new Color(0x98A3AE);
	public static final Color CURSOR = new Color(AnswerColours.CURRENT);
	public static final Color RUN = new Color(AnswerColours.OPEN);
	public static final Color FAILURE = new Color(0xFF8A5C);
	private static final Color OPEN = new Color(0x5A7A6E);

	private Look() {}

	/** Of frames: what has no answer is a dim green. */
	public static Color frame(final Optional<Answer> answer) {
		return answer.map(Look::of).orElse(OPEN);
	}

	/** Of masks: what has no answer counts as True. */
	public static Color mask(final Optional<Answer> answer) {
		return of(answer.orElse(Answer.TRUE));
	}

	/** True green, False red, Unsure white. */
	public static Color of(final Answer answer) {
		return new Color(AnswerColours.of(answer));
	}

	public static Font font(final int style, final int size) {
		return new Font(Font.SANS_SERIF, style, size);
	}

	public static void smooth(final Graphics2D g) {
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
	}

	/** Draws the sign of an answer into a square of this edge. */
	public static void sign(final Graphics2D g, final Answer answer, final int x,
		final int y, final int edge)
	{
		g.setColor(of(answer));
		g.fillRect(x, y, edge, edge);
		g.setColor(answer == Answer.UNSURE ? GROUND : Color.WHITE);
		g.setStroke(new BasicStroke(edge / 7f, BasicStroke.CAP_ROUND,
			BasicStroke.JOIN_ROUND));
		final int a = edge / 4;
		final int b = edge - a;
		switch (answer) {
			case TRUE -> g.drawPolyline(new int[] { x + a, x + edge * 4 / 9, x + b },
				new int[] { y + edge / 2, y + b - edge / 12, y + a }, 3);
			case FALSE -> {
				g.drawLine(x + a, y + a, x + b, y + b);
				g.drawLine(x + b, y + a, x + a, y + b);
			}
			case UNSURE -> {
				g.setFont(font(Font.BOLD, edge));
				final var m = g.getFontMetrics();
				g.drawString("?", x + (edge - m.stringWidth("?")) / 2f, y + edge / 2f +
					(m.getAscent() - m.getDescent()) / 2f);
			}
		}
	}
}
