
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twostream.embed.Reconstructions;
import org.twostream.embed.VaeCurve;
import org.twostream.embed.VaeView;
import org.twostream.net.Tensor;
import org.twostream.net.VaeTraining.Loss;

class EncoderWindowTest {

	@Test
	void curvesStandAboveThePatches() {
		final Tensor white = Tensor.zeros(8, 1, 112, 112);
		Arrays.fill(white.values(), 1);
		final Loss loss = new Loss(0.2, 3, 0.1);
		final BufferedImage drawn = EncoderWindow.draw("image", new VaeCurve(List
			.of(new VaeCurve.Point(1, loss, Optional.of(loss)), new VaeCurve.Point(2,
				loss, Optional.empty()))), new Reconstructions(Tensor.zeros(8, 1, 112,
					112), white));
		assertEquals(1040, drawn.getWidth());
		assertEquals(0xFFFFFFFF, drawn.getRGB(2, 2));
		int black = 0;
		int bright = 0;
		for (int y = 340; y < drawn.getHeight(); y++)
			for (int x = 0; x < 1040; x++) {
				if (drawn.getRGB(x, y) == 0xFF000000) black++;
				if (drawn.getRGB(x, y) == 0xFFFFFFFF) bright++;
			}
		// eight patches of more than 90 x 90 pixels in each row
		assertTrue(black > 8 * 90 * 90 && bright > 8 * 90 * 90, black + ", " +
			bright);
	}

	@Test
	void nobodyLooksOnWithoutAScreen() {
		assertSame(VaeView.NONE, EncoderWindow.ifWatched("mask"));
	}
}
