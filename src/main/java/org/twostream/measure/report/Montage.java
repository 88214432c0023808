
package org.twostream.measure.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import org.twostream.core.Answer;

/**
 * Patches in rows, in groups with a heading each, on a dark ground so that
 * white frames show. A frame's colour is repeated as a sign in its corner: a
 * tick for True, a cross for False, a dot for Unsure.
 *
 * @param groups in order, none empty
 * @param columns patches in a row
 */
public record Montage(List<Group> groups, int columns) {

	private static final Color GROUND = new Color(0x22272D);
	private static final Color TEXT = new Color(0xE8EDF2);
	private static final int FRAME = 4;
	private static final int GAP = 8;
	private static final int CAPTION = 16;
	private static final int HEADING = 30;
	private static final int SIGN = 18;
	/** Larger montages are drawn with one pixel per pixel of the page. */
	private static final int SHARP = 120;

	/**
	 * Patches that belong together, such as a mask cluster.
	 *
	 * @param heading above them
	 * @param patches one or more of the same side
	 */
	public record Group(String heading, List<Patch> patches) {

		public Group {
			patches = List.copyOf(patches);
		}
	}

	/**
	 * @throws IllegalArgumentException if there is no column, no group or an
	 *           empty one
	 */
	public Montage {
		groups = List.copyOf(groups);
		if (columns < 1 || groups.isEmpty() || groups.stream().anyMatch(g -> g
			.patches().isEmpty())) throw new IllegalArgumentException(
				"A montage needs columns and patches: " + columns + " columns, " +
					groups.size() + " groups");
	}

	/**
	 * The groups on several montages of at most so many patches (one group always
	 * fits), since one picture with thousands is slow to show on a phone.
	 */
	public List<Montage> pages(final int mostPatches) {
		final List<Montage> pages = new ArrayList<>();
		final List<Group> page = new ArrayList<>();
		int n = 0;
		for (final Group group : groups) {
			if (!page.isEmpty() && n + group.patches().size() > mostPatches) {
				pages.add(new Montage(page, columns));
				page.clear();
				n = 0;
			}
			page.add(group);
			n += group.patches().size();
		}
		pages.add(new Montage(page, columns));
		return pages;
	}

	/** Number of patches in all groups. */
	public int size() {
		return groups.stream().mapToInt(g -> g.patches().size()).sum();
	}

	/** The montage as a part of a report. */
	public Figure figure(final String name, final String caption) {
		final int density = size() > SHARP ? 1 : 2;
		return new Figure(name, caption, caption, render(density), density);
	}

	/**
	 * @param density pixels of the image per pixel of the patches
	 */
	public BufferedImage render(final int density) {
		final int cell = side() + 2 * FRAME + GAP;
		final int shown = Math.min(columns, groups.stream().mapToInt(g -> g
			.patches().size()).max().orElse(1));
		final int width = Math.max(shown * cell + GAP, 320);
		final int height = groups.stream().mapToInt(this::height).sum() + GAP;
		final BufferedImage out = new BufferedImage(width * density, height *
			density, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = out.createGraphics();
		try {
			g.scale(density, density);
			g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
				RenderingHints.VALUE_ANTIALIAS_ON);
			g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
				RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			g.setColor(GROUND);
			g.fillRect(0, 0, width, height);
			int y = 0;
			for (final Group group : groups) {
				draw(g, group, y, width);
				y += height(group);
			}
		}
		finally {
			g.dispose();
		}
		return out;
	}

	private int side() {
		return groups.get(0).patches().get(0).side();
	}

	private static boolean captioned(final Group group) {
		return group.patches().stream().anyMatch(p -> !p.caption().isEmpty());
	}

	private int rowHeight(final Group group) {
		return side() + 2 * FRAME + GAP + (captioned(group) ? CAPTION : 0);
	}

	private int height(final Group group) {
		final int rows = (group.patches().size() + columns - 1) / columns;
		return (group.heading().isEmpty() ? GAP : HEADING) + rows * rowHeight(
			group);
	}

	private void draw(final Graphics2D g, final Group group, final int top,
		final int width)
	{
		g.setColor(TEXT);
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
		g.drawString(Captions.fit(group.heading(), g.getFontMetrics(), width - 2 *
			GAP), GAP, top + HEADING - 9);
		final int start = top + (group.heading().isEmpty() ? GAP : HEADING);
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
		for (int i = 0; i < group.patches().size(); i++) {
			final int x = GAP + i % columns * (side() + 2 * FRAME + GAP);
			draw(g, group.patches().get(i), x, start + i / columns * rowHeight(
				group));
		}
	}

	private void draw(final Graphics2D g, final Patch patch, final int x,
		final int y)
	{
		final int outer = side() + 2 * FRAME;
		patch.answer().ifPresent(a -> {
			g.setColor(Palette.answer(a));
			g.fillRect(x, y, outer, outer);
		});
		g.drawImage(patch.render(), x + FRAME, y + FRAME, side(), side(), null);
		patch.answer().ifPresent(a -> sign(g, a, x, y));
		g.setColor(TEXT);
		g.drawString(Captions.fit(patch.caption(), g.getFontMetrics(), outer), x,
			y + outer + CAPTION - 4);
	}

	private static void sign(final Graphics2D g, final Answer answer, final int x,
		final int y)
	{
		g.setColor(Palette.answer(answer));
		g.fillRect(x, y, SIGN, SIGN);
		g.setColor(answer == Answer.UNSURE ? GROUND : Color.WHITE);
		g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND,
			BasicStroke.JOIN_ROUND));
		if (answer == Answer.TRUE) g.drawPolyline(new int[] { x + 4, x + 8, x +
			14 }, new int[] { y + 9, y + 13, y + 5 }, 3);
		else if (answer == Answer.FALSE) {
			g.drawLine(x + 5, y + 5, x + 13, y + 13);
			g.drawLine(x + 13, y + 5, x + 5, y + 13);
		}
		else g.fillOval(x + 6, y + 6, 6, 6);
	}
}
