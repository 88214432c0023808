
package org.twostream.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {

	@Test
	void versionsAreInOrder() {
		final List<String> order = List.of("0.1-1.21.4", "0.9", "0.13.0",
			"1.0.0-beta-17", "1.0.0-rc1", "1.0.0", "1.5.7-4", "1.5.7-28", "1.9-inv",
			"1.10", "1.54", "1.54f", "1.54p", "2.0.17", "20240303");
		for (int i = 0; i < order.size(); i++)
			for (int j = 0; j < order.size(); j++)
				assertEquals(Integer.compare(i, j), Integer.signum(new Version(order
					.get(i)).compareTo(new Version(order.get(j)))), order.get(i) +
						" and " + order.get(j));
	}

	@ParameterizedTest
	@CsvSource({ "2.10.1, 2.10.1, true", "2.8.9, 2.10.1, true",
		"3.0.0, 2.10.1, true", "1.9, 2.10.1, false", "7.1.4, 8.0.0, false",
		"1.5.6-6, 1.5.7-28, true", "0.12.0, 0.13.0, false", "0.13.1, 0.13.2, true",
		"0.14.0, 0.13.0, true" })
	void servesWhatIsNotOlderThanItsLine(final String found, final String needed,
		final boolean serves)
	{
		assertEquals(serves, new Version(found).serves(new Version(needed)));
	}

	@Test
	void aVersionThatNobodyWroteServes() {
		assertTrue(new Version("").serves(new Version("1.54p")));
	}
}
