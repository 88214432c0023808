
package org.twostream.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Answer;
import org.twostream.roi.PatchFrame;
import org.twostream.ui.look.Look;

class TileArtTest {

	private static final int N = PatchFrame.SIDE;

	/** Grey 100, with a mask value in the middle 56 x 56. */
	private static byte[] patch(final int value) {
		final byte[] patch = new byte[2 * PatchFrame.PIXELS];
		Arrays.fill(patch, 0, PatchFrame.PIXELS, (byte) 100);
		for (int y = 28; y < 84; y++)
			Arrays.fill(patch, PatchFrame.PIXELS + N * y + 28, PatchFrame.PIXELS + N *
				y + 84, (byte) value);
		return patch;
	}

	@ParameterizedTest
	@ValueSource(ints = { 30, 90, 112, 300 })
	void leftIsTheImageRightHasTheMaskInTheColourOfTheAnswer(final int side) {
		for (final Answer answer : Answer.values()) {
			final BufferedImage image = new TileArt(side, 2).render(patch(1), Optional
				.of(answer), true);
			assertEquals(2 * side + 2, image.getWidth());
			assertEquals(side, image.getHeight());
			assertEquals(new Color(100, 100, 100), at(image, side / 2, side / 2));
			assertEquals(new Color(100, 100, 100), at(image, side + 2 + side / 10,
				side / 2));
			final Color inside = at(image, side + 2 + side / 2, side / 2);
			final Color wanted = Look.of(answer);
			assertEquals(100 + 0.34 * (wanted.getRed() - 100), inside.getRed(), 1);
			assertEquals(100 + 0.34 * (wanted.getGreen() - 100), inside.getGreen(),
				1);
			assertEquals(100 + 0.34 * (wanted.getBlue() - 100), inside.getBlue(), 1);
		}
	}

	@Test
	void whatIsOpenCountsAsTrueAndMasksCanBeHidden() {
		final TileArt art = new TileArt(N, 1);
		final Color open = at(art.render(patch(1), Optional.empty(), true), N + 57,
			56);
		assertEquals(at(art.render(patch(1), Optional.of(Answer.TRUE), true), N +
			57, 56), open);
		assertEquals(new Color(100, 100, 100), at(art.render(patch(1), Optional
			.empty(), false), N + 57, 56));
	}

	@Test
	void aPostSynapticSideIsStripedAndAPreSynapticPlain() {
		final TileArt art = new TileArt(N, 1);
		assertEquals(1, coloursInside(art.render(patch(1), Optional.empty(), true))
			.size());
		assertEquals(2, coloursInside(art.render(patch(2), Optional.empty(), true))
			.size());
	}

	private static Set<Color> coloursInside(final BufferedImage image) {
		final Set<Color> colours = new HashSet<>();
		for (int y = 40; y < 70; y++)
			for (int x = N + 41; x < N + 71; x++)
				colours.add(at(image, x, y));
		return colours;
	}

	private static Color at(final BufferedImage image, final int x, final int y) {
		return new Color(image.getRGB(x, y));
	}

	/** Against sums over all pixels with the weights of the definition. */
	@ParameterizedTest
	@ValueSource(ints = { 7, 44, 111, 112, 113, 250 })
	void resamplingFollowsItsDefinition(final int side) {
		final SplittableRandom random = new SplittableRandom(side);
		final byte[] source = new byte[PatchFrame.PIXELS];
		random.nextBytes(source);
		final float[] out = new Resampling(side).apply(source, 0, b -> b & 255);
		for (int n = 0; n < 50; n++) {
			final int x = random.nextInt(side);
			final int y = random.nextInt(side);
			double sum = 0;
			double all = 0;
			for (int j = 0; j < N; j++)
				for (int i = 0; i < N; i++) {
					final double w = weight(i, x, side) * weight(j, y, side);
					sum += w * (source[i + N * j] & 255);
					all += w;
				}
			assertEquals(sum / all, out[x + side * y], 0.01);
		}
		if (side == N) for (int i = 0; i < source.length; i++)
			assertEquals(source[i] & 255, out[i], 0.01);
	}

	private static double weight(final int source, final int target,
		final int side)
	{
		final double scale = (double) N / side;
		return Math.max(0, 1 - Math.abs(source + 0.5 - (target + 0.5) * scale) /
			Math.max(1, scale));
	}

	@Test
	void resamplingKeepsAnEvenGrey() {
		for (int side = 4; side < 400; side += 7)
			for (final float v : new Resampling(side).apply(patch(1), 0, b -> b &
				255))
				assertTrue(Math.abs(v - 100) < 0.01);
	}
}
