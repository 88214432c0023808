
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturePyramidTest {

	// The table of the published network counts, in every stage, one projection
	// of width x width + 2 x width that it never uses.
	@ParameterizedTest
	@CsvSource({ "stage.0, 50192, 32", "stage.1, 216432, 64",
		"stage.2, 2480816, 128", "stage.3, 5847856, 256", "stage.4, 5913392, 256",
		"lateral, 22784, 0", "head, 2598, 0" })
	void stagesHaveThePublishedSize(final String prefix, final long published,
		final long unused)
	{
		for (final String name : new String[] { "paper", "paper-text" }) {
			final List<Parameter> parameters = SegmentationCode.of(Architecture.named(
				name, 3)).parameters();
			assertEquals(published - unused * (unused + 2), Weights.count(parameters
				.stream().filter(p -> p.name().startsWith(prefix + ".")).toList()));
		}
	}

	@Test
	void wholeNetworkHasThePublishedSize() {
		assertEquals(14_534_070 - 154_048, Weights.count(SegmentationCode.of(
			Architecture.named("paper", 3)).parameters()));
	}

	@Test
	void saysWhatInputsItTakes() {
		assertEquals(InputSizes.multiples(2, 32, 32), SegmentationCode.of(
			Architecture.named("paper", 1)).inputSizes());
		assertEquals(InputSizes.multiples(1, 64, 64), SegmentationCode.of(
			Architecture.named("paper-text", 1)).inputSizes());
	}
}
