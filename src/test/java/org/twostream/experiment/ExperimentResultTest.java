
package org.twostream.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Target;
import org.twostream.core.Tsv;
import org.twostream.experiment.AccuracyTable.Method;

class ExperimentResultTest {

	private static final Measured HIGH = new Measured("ours", 10, 200,
		new double[] { 0.8, 0.82, 0.81 }, OptionalDouble.of(0.846));
	private static final Measured LOW = new Measured("theirs", 10, 200,
		new double[] { 0.7, 0.72, 0.74 }, OptionalDouble.of(0.772));
	private static final Measured ALIKE = new Measured("another", 10, 200,
		new double[] { 0.83, 0.8, 0.81 }, OptionalDouble.empty());

	private static ExperimentResult result() {
		return new ExperimentResult("A table", "accuracy", List.of(HIGH, LOW,
			ALIKE), List.of(new Claim(HIGH, LOW), new Claim(LOW, HIGH), new Claim(
				HIGH, ALIKE)), "asked", List.of(), List.of());
	}

	@Test
	void aRowSaysNIntervalAndPrintedValue() {
		assertEquals(List.of("ours", "10 (5.00 %)", "200",
			"81.0 % (78.5 to 83.5, n = 3)", "84.6 %"), result().table().rows().get(
				0));
		assertEquals("–", result().table().rows().get(2).get(4));
	}

	@Test
	void claimsHoldFailOrStayOpen() {
		assertEquals(List.of("yes", "no", "undecided"), result().claims().stream()
			.map(Claim::verdict).toList());
		assertEquals("+7.4", result().claims().get(0).printedText());
		assertEquals("–", result().claims().get(2).printedText());
	}

	@Test
	void theFileReadsBackToTheSameNumbers(@TempDir final Path folder) {
		final Path file = folder.resolve("table.tsv");
		result().tsv(List.of("phantom: 0123")).write(file);
		final Tsv read = Tsv.read(file);
		assertEquals(0.81, read.number(0, "mean"), 1e-15);
		assertEquals(3, read.integer(0, "seeds"));
		assertEquals("0.8,0.82,0.81", read.get(0, "values"));
		assertEquals("", read.get(2, "printed"));
		assertTrue(read.comments().toString().contains("phantom: 0123"), read
			.comments().toString());
	}

	@Test
	void tableOneTakesItsPrintedValuesByTarget() {
		final Map<Method, double[][]> values = new EnumMap<>(Method.class);
		for (final Method m : Method.values())
			values.put(m, new double[][] { { 0.7, 0.71 }, { 0.8, 0.82 } });
		for (final Target target : Target.values()) {
			final ExperimentResult table = AccuracyTable.of(target, new double[] {
				0.6, 0.61 }, values, 50, 900, 300);
			assertEquals(9, table.rows().size());
			final boolean mito = target == Target.MITOCHONDRIA;
			assertEquals(mito ? 0.802 : 0.892, table.rows().get(4).printed()
				.getAsDouble());
			assertEquals(mito ? 0.809 : 0.926, table.rows().get(8).printed()
				.getAsDouble());
			assertEquals(100, table.rows().get(8).asked());
		}
	}
}
