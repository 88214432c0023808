
package org.twostream.measure.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.twostream.core.Json;
import org.twostream.measure.Confusion;
import org.twostream.measure.LabelAccuracy;
import org.twostream.measure.Proportion;

/** Tables of the page and of the console. */
class TablesTest {

	@Test
	void consoleTable() {
		final Table table = new Table("", List.of("round", "accuracy", "note"), List
			.of(List.of("1", "83.2 % (82.5 to 83.9, n = 10000)", "µm"), List.of("10",
				"–", "two\nlines")));
		assertEquals("""
				round                          accuracy  note
				-----  --------------------------------  ---------
				    1  83.2 % (82.5 to 83.9, n = 10000)  µm
				   10                                 –  two lines
				""", TextTable.text(table));
	}

	@Test
	void emptyTableIsItsHeading() {
		assertEquals("a  bc\n-  --\n", TextTable.text(new Table("", List.of("a",
			"bc"), List.of())));
	}

	@Test
	void refusesRowsOfOtherLength() {
		assertThrows(IllegalArgumentException.class, () -> new Table("", List.of(
			"a"), List.of(List.of("1", "2"))));
	}

	@Test
	void settingsInsideSettingsAreNamedByTheirPath() {
		final Table table = SettingsSection.table("base/001", new Json().put("seed",
			1).put("text", "{no object}").put("training", new Json().put("window",
				List.of(16, 128)).put("inner", new Json().put("a", true))));
		assertEquals(List.of(List.of("seed", "1"), List.of("text", "{no object}"),
			List.of("training.window", "[16,128]"), List.of("training.inner.a",
				"true")), table.rows());
	}

	@Test
	void roundsShowTheBaselineAndOnlyWhatWasMeasured() {
		final Proportion no = Round.NOT_MEASURED;
		final Round round = new Round(1, 1000, 100, new Proportion(760, 1000),
			new Proportion(760, 1000), new Proportion(900, 1000), new Proportion(805,
				900), no, no, no, no, Map.of("apply", 1.24));
		assertEquals(0.76 * 0.9 + 0.1, round.randomBaseline(), 1e-12);
		final Table table = RoundsSection.table(List.of(round));
		assertEquals(List.of("round", "asked", "label accuracy before",
			"label accuracy after", "of the unasked", "random baseline"), table
				.columns());
		assertEquals("78.4 %", table.rows().get(0).get(5));
		assertTrue(table.rows().get(0).get(3).startsWith("90.0 % (88.0 to 91.7"));
		assertEquals(List.of("1", "1.2", "1.2"), RoundsSection.times(List.of(round))
			.rows().get(0));
		assertFalse(round.toJson().object("roi_accuracy_after").has("value"));
		assertEquals(0.9, round.toJson().object("label_accuracy_after").number(
			"value"));
	}

	@Test
	void undefinedMetricsAreADash() {
		final Table table = MetricParts.voxels(0.5, new Confusion(0, 0, 0, 9));
		assertEquals(List.of("precision", "–"), table.rows().get(2));
		assertEquals(List.of("foreground IoU", "1.000"), table.rows().get(0));
	}

	@Test
	void labelTableHasTheCounts() {
		final Table table = MetricParts.labels(LabelAccuracy.of(List.of(
			new LabelAccuracy.Decided(true, true, true), new LabelAccuracy.Decided(
				false, true, false), new LabelAccuracy.Decided(false, false, false))));
		assertEquals(List.of("1", "1", "0", "1"), table.rows().get(0).subList(3,
			7));
		assertEquals(List.of("0", "1", "0", "1"), table.rows().get(1).subList(3,
			7));
	}
}
