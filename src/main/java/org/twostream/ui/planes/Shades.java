
package org.twostream.ui.planes;

import java.awt.Color;
import java.awt.Font;

/** Colours of the window itself; those of answers are in AnswerColours. */
final class Shades {

	static final Color GROUND = new Color(0x14171B);
	static final Color PANEL = new Color(0x1F242A);
	static final Color TEXT = new Color(0xE8EDF2);
	static final Color DIM = new Color(0x98A3AE);
	static final Color FAILURE = new Color(0xFF8A5C);
	/** Is not read yet. */
	static final int UNKNOWN = 0xFF23303C;
	/** Outside of the volume. */
	static final int OUTSIDE = 0xFF0B0D10;
	/** Of the probability: none of the answers' colours. */
	static final int PROBABILITY = 0xFFC74BD0;

	private Shades() {}

	static Font font(final int style, final int size) {
		return new Font(Font.SANS_SERIF, style, size);
	}
}
