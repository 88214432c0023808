
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;
import org.scijava.service.Service;
import org.twostream.GoldenFile;
import org.twostream.core.UserError;

/** Macros and scripts out there hold these keys: they stay. */
class KeysTest {

	static List<Step> steps() {
		return Steps.all();
	}

	@Test
	void keysAreFrozen() throws IOException {
		final String table = "step\tkeys\n" + Steps.all().stream().map(s -> s
			.name() + "\t" + s.keys().stream().map(Key::name).sorted().collect(
				Collectors.joining(" "))).collect(Collectors.joining("\n")) + "\n";
		GoldenFile.check(Path.of("test-data/command/keys.tsv"), table);
	}

	@ParameterizedTest
	@MethodSource("steps")
	void everyKeyWorksInMacrosOfBothKinds(final Step step) {
		for (final Key key : step.keys()) {
			// imagej-legacy feeds lower-cased names; ImageJ 1.x ends a key at a space
			assertTrue(key.name().matches("[a-z][a-z0-9_]*"), key.name());
			assertTrue(List.of(String.class, int.class, long.class, double.class)
				.contains(key.type()), key.name() + " is " + key.type());
			// ImageJ 1.x finds "raw=" inside "initial_raw="
			for (final Key other : step.keys())
				assertFalse(other.name().endsWith("_" + key.name()), other.name() +
					" ends in " + key.name());
		}
	}

	@ParameterizedTest
	@MethodSource("steps")
	void everyKeyIsDescribedWithItsDefault(final Step step) {
		for (final Key key : step.keys()) {
			final String text = key.description();
			assertTrue(text.contains("Default: " + key.standardText()) || text
				.endsWith("No default."), step.name() + " " + key.name() + "=" + key
					.standardText() + ": " + text);
			assertFalse(key.label().isBlank(), key.name());
		}
	}

	@ParameterizedTest
	@MethodSource("steps")
	void everyNumberHasARange(final Step step) {
		for (final Key key : step.keys()) {
			if (key.type() == String.class || key.name().equals("seed")) continue;
			assertTrue(key.range().holds(((Number) key.standard()).doubleValue()), key
				.name());
			final UserError refusal = assertThrows(UserError.class, () -> key.value(
				"-1"), step.name() + " " + key.name());
			assertTrue(refusal.getMessage().contains(key.name() + "=-1"), refusal
				.getMessage());
			if (key.type() == double.class) assertThrows(UserError.class, () -> key
				.value("NaN"), key.name());
		}
	}

	@Test
	void saysWhatIsOutsideTheRange() {
		assertEquals("batch=0 is not 1 or more; correct it or leave the key out.",
			assertThrows(UserError.class, () -> Step.of(TrainCommand.class).key(
				"batch").value("0")).getMessage());
		assertEquals(
			"overlap=0.95 is not 0 to 0.9; correct it or leave the key out.",
			assertThrows(UserError.class, () -> Step.of(PredictCommand.class).key(
				"overlap").value("0.95")).getMessage());
	}

	@Test
	void valuesOfAnEarlierRunAreNeverUsed() {
		for (final String name : Steps.names())
			for (final Field field : fields(Steps.command(name).getClass())) {
				final Parameter p = field.getAnnotation(Parameter.class);
				if (p.type() == ItemIO.OUTPUT || Service.class.isAssignableFrom(field
					.getType())) continue;
				assertFalse(p.persist(), name + " " + field.getName());
				assertFalse(p.required(), name + " " + field.getName() +
					": a missing required input cancels without a word");
			}
	}

	@ParameterizedTest
	@MethodSource("steps")
	void everyStepSaysWhatItReadsAndWrites(final Step step) {
		for (final String attribute : List.of(Step.READS, Step.WRITES, Step.PARENT))
			assertFalse(step.attribute(attribute).isBlank());
	}

	@ParameterizedTest
	@MethodSource("steps")
	void everyLabelAndDescriptionSaysUnitAndRange(final Step step) {
		for (final Key key : step.keys()) {
			final String where = step.name() + " " + key.name() + ": ";
			final String text = key.label() + ". " + key.description();
			if (key.name().endsWith("_nm")) assertTrue(key.label().endsWith("(nm)"),
				where + key.label());
			if (key.name().endsWith("_voxels") || key.name().equals("window") || key
				.name().equals("size")) assertTrue(key.label().endsWith("(voxels)"),
					where + key.label());
			if (key.description().contains("x,y,z")) assertTrue(key.label().contains(
				"x,y,z"), where + key.label());
			for (final String choice : key.choices())
				assertTrue(text.matches("(?s).*\\b" + choice + "\\b.*"), where +
					choice + " is not explained");
			if (key.type() != String.class && !key.name().equals("seed")) assertTrue(
				key.description().matches(
					"(?s).*(\\b1 or more\\b|\\b0 or more\\b|above 0|\\d to \\d|\\d+, \\d+(, \\d+)* or \\d+).*"),
				where + "no range in " + key.description());
		}
	}

	private static List<Field> fields(final Class<?> type) {
		return Stream.<Class<?>> iterate(type, c -> c != Object.class,
			Class::getSuperclass).flatMap(c -> Stream.of(c.getDeclaredFields()))
			.filter(f -> f.isAnnotationPresent(Parameter.class)).toList();
	}
}
