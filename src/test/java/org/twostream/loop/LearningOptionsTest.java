
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.UserError;
import org.twostream.net.Architecture;
import org.twostream.net.Optimizer;
import org.twostream.segment.TrainingPlan;

class LearningOptionsTest {

	@Test
	void theDefaultsLeaveTheSettingsOfOlderProjectsAsTheyWere() {
		assertEquals(List.of("learning_rate"), LearningOptions.DEFAULT.json()
			.names());
	}

	@Test
	void aPlanHoldsWhatWasAsked() {
		final TrainingPlan plan = new LearningOptions("sgd", 0.02, 1e-4, "step",
			"0.5,0.75", 40, 3, 2, 0.9, 1.5, 4).plan(Architecture.named("light", 1),
				100, 2, Path.of("state"));
		assertEquals(Optimizer.Rule.SGD, plan.optimizer().rule());
		assertEquals(90, plan.length().seconds());
		assertEquals(4, plan.length().patience());
		assertEquals(3, plan.accumulate());
		// A quarter of all rises, not 40; then a tenth at a half and at 3/4.
		assertEquals(0.02 / 25, plan.optimizer().rate(0), 1e-12);
		assertEquals(0.02, plan.optimizer().rate(24), 1e-12);
		assertEquals(0.02, plan.optimizer().rate(49), 1e-12);
		assertEquals(0.002, plan.optimizer().rate(50), 1e-12);
		assertEquals(0.0002, plan.optimizer().rate(75), 1e-12);
		// Time that is further than the steps counts.
		assertEquals(0.002, plan.optimizer().schedule().rate(30, 0.6), 1e-12);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "optimizer|adamax|cosine|0.8,0.9|0.9",
		"schedule|adam|linear|0.8,0.9|0.9", "milestones|adam|step|0.9,0.8|0.9",
		"milestones|adam|step|1.5|0.9", "ema|adam|cosine|0.8,0.9|1" })
	void saysWhatIsWrong(final String key, final String optimizer,
		final String schedule, final String milestones, final double ema)
	{
		final String message = assertThrows(UserError.class,
			() -> new LearningOptions(optimizer, 1e-3, 0, schedule, milestones, 0, 1,
				0, ema, 0, 0)).getMessage();
		assertTrue(message.startsWith(key + "="), message);
	}
}
