
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.net.Architecture.Family;
import org.twostream.net.Architecture.Option;

class KnownArchitectureTest {

	@ParameterizedTest
	@EnumSource
	void comesBackFromItsNameAndItsJson(final KnownArchitecture known) {
		final Architecture a = Architecture.named(known.key(), 3);
		assertEquals(known.with(3), a);
		assertEquals(a, Architecture.fromJson(Json.parse(a.json().line(), "test")));
	}

	// What model.json held before there were families and options.
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"light | {\"name\":\"light\",\"filters\":[28,36,48,64,80],\"channels\":3,\"se_pooling\":\"\"}",
		"wide | {\"name\":\"wide\",\"filters\":[32,64,128,256,256],\"channels\":3,\"se_pooling\":\"\"}",
		"tiny | {\"name\":\"tiny\",\"filters\":[8,12,16,24,32],\"channels\":3,\"se_pooling\":\"\"}",
		"paper | {\"name\":\"paper\",\"filters\":[32,64,128,256,256],\"channels\":3,\"se_pooling\":\"code\"}",
		"paper-text | {\"name\":\"paper\",\"filters\":[32,64,128,256,256],\"channels\":3,\"se_pooling\":\"text\"}" })
	void readsTheFirstForm(final String name, final String json) {
		assertEquals(Architecture.named(name, 3), Architecture.fromJson(Json.parse(
			json, "test")));
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		final UserError name = assertThrows(UserError.class, () -> Architecture
			.named("large", 1));
		assertTrue(name.getMessage().contains("model=large") && name.getMessage()
			.contains("paper, paper-text"), name.getMessage());
		final Json json = Architecture.named("tiny", 1).json();
		assertDamaged(new Json().put("family", "transformer"));
		assertDamaged(new Json().put("options", List.of("deep")));
		assertDamaged(new Json().put("options", List.of("text-pooling")));
		assertDamaged(new Json().put("filters", List.of(8, 16)));
		assertDamaged(new Json().put("channels", 0));
		assertThrows(UserError.class, () -> new Architecture(Family.RESIDUAL_UNET,
			List.of(1, 1, 1, 1, 1), 1, Set.of(Option.TEXT_POOLING)));
	}

	private static void assertDamaged(final Json change) {
		final Json json = Architecture.named("tiny", 1).json().putAll(change);
		assertThrows(UserError.class, () -> Architecture.fromJson(json), json
			.line());
	}

	@Test
	void inputSizesAreStepsFromTheLeast() {
		final InputSizes.Axis axis = new InputSizes.Axis(188, 16, 92);
		for (final int good : new int[] { 188, 204, 572 })
			assertTrue(axis.allows(good) && axis.atLeast(good) == good);
		for (final int bad : new int[] { 0, 172, 187, 189, 573 })
			assertTrue(!axis.allows(bad) && axis.allows(axis.atLeast(bad)));
		assertEquals(188, axis.atLeast(-5));
		assertEquals(204, axis.atLeast(189));
		assertEquals("188, 204, 220 ...", axis.text());
		assertEquals("1 or more", InputSizes.Axis.multiple(1).text());
	}
}
