
package org.twostream.net.bioimage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.twostream.core.Target;
import org.twostream.core.UserError;

class OutputChoiceTest {

	private static int[] chosen(final String channel, final Target target,
		final String... names)
	{
		return new OutputChoice(channel, "", target).channels(List.of(names),
			"m.zip");
	}

	private static String refusal(final String channel, final Target target,
		final String... names)
	{
		return assertThrows(UserError.class, () -> chosen(channel, target, names))
			.getMessage();
	}

	@Test
	void theOnlyChannelIsTheOne() {
		assertArrayEquals(new int[] { 0 }, chosen("", Target.MITOCHONDRIA, "1"));
		assertArrayEquals(new int[] { 0, 1, 2 }, chosen("", Target.POLARITY, "pre",
			"post", "union"));
	}

	@Test
	void namesTellTheForeground() {
		assertArrayEquals(new int[] { 0 }, chosen("", Target.MITOCHONDRIA,
			"foreground", "boundaries"));
		assertArrayEquals(new int[] { 1 }, chosen("", Target.MITOCHONDRIA,
			"background", "Mitochondria"));
		assertArrayEquals(new int[] { 1 }, chosen("", Target.CLEFT, "vesicles",
			"cleft", "mito"));
	}

	@Test
	void whatNamesDoNotTellIsAsked() {
		final String message = refusal("", Target.MITOCHONDRIA, "1", "2");
		assertTrue(message.contains("gives the channels [1, 2]"), message);
		assertTrue(message.contains("say which with channel=1"), message);
		refusal("", Target.CLEFT, "mitochondria", "nucleus");
		refusal("", Target.MITOCHONDRIA, "mito_a", "mito_b");
		assertTrue(refusal("", Target.POLARITY, "synapse").contains(
			"three (pre, post, union)"));
	}

	@Test
	void namesAndNumbersChoose() {
		assertArrayEquals(new int[] { 1 }, chosen("2", Target.MITOCHONDRIA, "a",
			"b"));
		assertArrayEquals(new int[] { 1 }, chosen("b", Target.MITOCHONDRIA, "a",
			"b"));
		assertArrayEquals(new int[] { 2, 0, 1 }, chosen("3, a,2", Target.POLARITY,
			"a", "b", "c"));
		assertTrue(refusal("3", Target.MITOCHONDRIA, "a", "b").contains(
			"not among the channels [a, b]"));
		refusal("0", Target.MITOCHONDRIA, "a", "b");
		refusal("1,2", Target.MITOCHONDRIA, "a", "b");
	}

	@Test
	void activationsAreKnown() {
		assertThrows(UserError.class, () -> new OutputChoice("", "relu",
			Target.CLEFT));
		assertThrows(UserError.class, () -> new OutputChoice("", "softmax",
			Target.CLEFT).channels(List.of("1"), "m.zip"));
	}
}
