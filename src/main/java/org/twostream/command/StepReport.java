
package org.twostream.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.twostream.loop.StepResult;

/** What a step says when it is done: one line per figure, key, tab, value. */
final class StepReport {

	private StepReport() {}

	static String text(final StepResult result) {
		final Map<String, String> lines = new LinkedHashMap<>();
		lines.put("step", result.step());
		if (!result.id().isEmpty()) lines.put("id", result.id());
		lines.put("path", result.path().toString());
		result.summary().forEach(lines::putIfAbsent);
		return lines.entrySet().stream().map(e -> e.getKey() + "\t" + e.getValue())
			.collect(Collectors.joining("\n")) + (result.details().isEmpty() ? ""
				: "\n\n" + result.details().stripTrailing());
	}
}
