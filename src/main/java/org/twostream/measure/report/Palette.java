
package org.twostream.measure.report;

import java.awt.Color;
import java.util.List;

import org.twostream.core.Answer;

/**
 * Colours that stay apart in the common forms of colour blindness (Okabe and
 * Ito 2008). Green and red of the frames are its bluish green and vermilion.
 */
public final class Palette {

	public static final Color BLUE = new Color(0x0072B2);
	public static final Color ORANGE = new Color(0xE69F00);
	public static final Color GREEN = new Color(0x009E73);
	public static final Color VERMILION = new Color(0xD55E00);
	public static final Color PURPLE = new Color(0xCC79A7);
	public static final Color SKY = new Color(0x56B4E9);
	public static final Color YELLOW = new Color(0xF0E442);
	public static final Color INK = new Color(0x1F2933);
	public static final Color GRID = new Color(0xDDE3EA);
	/** Not drawn at all. */
	public static final Color NONE = new Color(0, true);

	private static final List<Color> LINES = List.of(BLUE, VERMILION, GREEN,
		PURPLE, ORANGE, SKY, INK);
	private static final List<Color> OBJECTS = List.of(YELLOW, SKY, ORANGE,
		PURPLE, GREEN, VERMILION);

	private Palette() {}

	/** For the n-th line of a chart on white, repeating after seven. */
	public static Color line(final int n) {
		return LINES.get(Math.floorMod(n, LINES.size()));
	}

	/** For an object on grey, by its id; {@link #NONE} for the background 0. */
	public static Color object(final long id) {
		return id == 0 ? NONE : OBJECTS.get((int) Long.remainderUnsigned(id, OBJECTS
			.size()));
	}

	/** True green, False red, Unsure white. */
	public static Color answer(final Answer answer) {
		return answer == Answer.TRUE ? GREEN : answer == Answer.FALSE ? VERMILION
			: Color.WHITE;
	}
}
