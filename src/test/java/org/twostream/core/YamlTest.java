
package org.twostream.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

	@Test
	void readsWhatJsonReads() {
		final Json yaml = Yaml.parse(
			"%YAML 1.2\n---\nname: a\nlist: [1, 2.5, -.inf, 1e-6]\nnested: {x: {y: [yes, no]}}\n" +
				"items:\n- id: z\n  size: 4\n- id: y\nflag: true\nnothing: null\n" +
				"date: 2019-12-11T11:22:32\n5: five\nsame: &s {a: 1}\nagain: *s\n",
			"t");
		assertEquals("a", yaml.string("name"));
		assertArrayEquals(new double[] { 1, 2.5, Double.NEGATIVE_INFINITY, 1e-6 },
			yaml.numbers("list"));
		// Words, as in YAML 1.2; 1.1 would have made them truth values.
		assertEquals(List.of("yes", "no"), yaml.object("nested").object("x")
			.strings("y"));
		assertEquals(4, yaml.objects("items").get(0).integer("size"));
		assertTrue(yaml.flag("flag", false));
		assertFalse(yaml.has("nothing"));
		assertEquals("2019-12-11T11:22:32", yaml.string("date"));
		assertEquals("five", yaml.string("5"));
		assertEquals(yaml.object("same"), yaml.object("again"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: [1", "- 1\n- 2\n", "text", "", "a: 1\na: 2\n",
		"a: !!java.io.File [x]\n", "a: 1\n---\nb: 2\n", "a: &b [*b]\n" })
	void refusesWhatIsNotOneMapping(final String text) {
		final UserError e = assertThrows(UserError.class, () -> Yaml.parse(text,
			"rdf.yaml"));
		assertEquals(1, e.getMessage().lines().count());
	}

	@Test
	void refusesAMountainOfAliases() {
		final StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
		for (int i = 1; i < 30; i++)
			text.append("a").append(i).append(": &a").append(i).append(" [").append(
				("*a" + (i - 1) + ", ").repeat(100)).append("]\n");
		assertThrows(UserError.class, () -> Yaml.parse(text.toString(),
			"rdf.yaml"));
	}
}
