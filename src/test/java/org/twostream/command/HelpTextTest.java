
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** What Help and Citation... and the Help buttons show. */
class HelpTextTest {

	@Test
	void namesEveryStepAndKey() {
		final String page = HelpText.html();
		for (final Step step : Steps.all()) {
			assertTrue(page.contains("<h4>" + step.label()), step.label());
			final String keys = HelpText.keys(step);
			assertTrue(page.contains(keys), step.name());
			for (final Key key : step.keys())
				assertTrue(keys.contains("<b>" + key.name() + "</b>") && keys.contains(
					key.description().replace("<", "&lt;").replace(">", "&gt;")), step
						.name() + " " + key.name());
		}
	}

	@Test
	void readmeAndHelpCiteTheSamePaper() throws IOException {
		for (final String page : new String[] { Files.readString(Path.of(
			"README.md")), HelpText.html(), HelpText.plain(), Files.readString(Path
				.of("CITATION.cff")) })
			assertTrue(page.contains("10.1007/978-3-030-58523-5_7") && page.contains(
				"Two Stream Active Query Suggestion for Active Learning in Connectomics"),
				page.substring(0, 80));
	}

	@Test
	void withoutADisplayItIsTextForScripts() throws Exception {
		try (Context context = new Context()) {
			final String text = (String) context.service(CommandService.class).run(
				HelpAndCitation.class, true).get().getOutput("help");
			assertEquals(HelpText.plain(), text);
			assertFalse(text.contains("<"), text);
		}
	}
}
