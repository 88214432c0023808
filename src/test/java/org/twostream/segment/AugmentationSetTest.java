
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

class AugmentationSetTest {

	private static final VoxelSize FLAT = new VoxelSize(8, 8, 30);

	private static List<String> names(final String text) {
		return AugmentationSet.parse(text, FLAT).names();
	}

	@Test
	void readsNamesAndSets() {
		final List<String> all = List.of("flips", "rotation", "rescale", "elastic",
			"grayscale", "missing-parts", "missing-section", "misalignment",
			"motion-blur", "cut-blur", "cut-noise");
		assertEquals(all, names("all"));
		assertEquals(List.of(), names("none"));
		assertEquals(List.of("flips", "missing-parts-2019"), names("2019"));
		assertEquals(List.of("flips", "elastic"), names("elastic, flips,elastic"));
		assertEquals(List.of("flips", "grayscale"), names("2019,grayscale," +
			"-missing-parts-2019"));
		final List<String> without = all.stream().filter(n -> !n.equals("elastic"))
			.toList();
		assertEquals(without, names("all,-elastic"));
		assertEquals(without, names("-elastic"));
		assertEquals("smooth-labels", names("all,smooth-labels").get(11));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"elastik | holds \"elastik\", which is no augmentation; did you mean elastic?",
		"flips,none | has none among others",
		"flips,-elastic | takes away elastic, which is not in it",
		"all,-none | has none among others", "all,,flips | holds \"\"" })
	void refusesInASentence(final String text, final String expected) {
		final String message = assertThrows(UserError.class, () -> names(text))
			.getMessage();
		assertTrue(message.startsWith("augment=" + text + " ") && message.contains(
			expected), message);
	}

	@Test
	void rejectionIsReadAndWritten() {
		final WindowSize half = new WindowSize(256, 256, 4);
		for (final String text : List.of("off", "printed", "500,0.95", "7,0.5"))
			assertEquals(text, RejectSampling.parse(text, Target.CLEFT, half).text());
		assertEquals("500,0.95", RejectSampling.parse("coded", Target.CLEFT, half)
			.text());
		assertEquals("500,0.9", RejectSampling.parse("coded", Target.POLARITY, half)
			.text());
		assertEquals("off", RejectSampling.parse("coded", Target.MITOCHONDRIA, half)
			.text());
		for (final String text : List.of("often", "1000", "1000,1.5", "-1,0.5",
			"x,0.5", ""))
		{
			final String message = assertThrows(UserError.class, () -> RejectSampling
				.parse(text, Target.CLEFT, half)).getMessage();
			assertTrue(message.contains("rejection") && message.contains(
				"give coded, printed, off"), message);
		}
	}
}
