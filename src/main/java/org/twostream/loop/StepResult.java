
package org.twostream.loop;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a step made.
 *
 * @param step name of the step
 * @param id number of the result, such as 001, or "" where there is none
 * @param path file or folder of the result
 * @param summary a few named figures for the log, in order
 * @param details lines for the log after the figures, such as a table, or ""
 */
public record StepResult(String step, String id, Path path,
		Map<String, String> summary, String details) {

	public StepResult {
		summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
	}

	/** Without details. */
	public StepResult(final String step, final String id, final Path path,
		final Map<String, String> summary)
	{
		this(step, id, path, summary, "");
	}
}
