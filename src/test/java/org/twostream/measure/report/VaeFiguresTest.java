
package org.twostream.measure.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twostream.embed.Reconstructions;
import org.twostream.embed.VaeCurve;
import org.twostream.net.Tensor;
import org.twostream.net.VaeTraining.Loss;

class VaeFiguresTest {

	private static final Loss LOSS = new Loss(0.1, 5, 1260);

	@Test
	void curvesNameWhatIsKnown() {
		final VaeCurve plain = new VaeCurve(List.of(new VaeCurve.Point(10, LOSS,
			Optional.empty())));
		assertEquals("Mask: l1 per pixel over step for l1.", VaeFigures.l1("mask",
			"Mask", plain).alternative());
		final VaeCurve checked = new VaeCurve(List.of(new VaeCurve.Point(10, LOSS,
			Optional.of(LOSS))));
		final Figure kl = VaeFigures.kl("mask", "Mask", checked);
		assertEquals("Mask: KL per patch over step for KL, held-out KL.", kl
			.alternative());
		assertEquals("mask-kl.png", kl.file());
	}

	/** Patches above, what is decoded below: masks -1..1 from black to white. */
	@Test
	void reconstructionsShowBothInTheirGreyValues() {
		final Tensor dark = Tensor.zeros(2, 1, 112, 112);
		final Tensor light = Tensor.zeros(2, 1, 112, 112);
		Arrays.fill(dark.values(), -1);
		Arrays.fill(light.values(), 1);
		final BufferedImage mask = VaeFigures.reconstructions("mask",
			new Reconstructions(dark, light), false).image();
		assertEquals(0xFF000000, mask.getRGB(90, 150));
		assertEquals(0xFFFFFFFF, mask.getRGB(90, mask.getHeight() - 150));
		final BufferedImage grey = VaeFigures.reconstructions("image",
			new Reconstructions(Tensor.zeros(2, 1, 112, 112), light), true).image();
		assertEquals(0xFF000000, grey.getRGB(90, 150));
		assertTrue(grey.getWidth() > 2 * 2 * 112);
	}
}
