
package org.twostream.loop;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a step made.
 *
 * @param step name of the step
 * @param id number of the result, such as 001, or "" where there is none
 * @param path file or folder of the result
 * @param summary a few named figures for the log, in order
 */
public record StepResult(String step, String id, Path path,
		Map<String, String> summary) {

	public StepResult {
		summary = new LinkedHashMap<>(summary);
	}
}
