
package org.twostream.query.sampler;

import java.util.List;

/**
 * What a sampler chose.
 *
 * @param rows in the order of choosing; shared
 * @param notes what the user should know, one sentence each; mostly empty
 */
public record Choice(int[] rows, List<String> notes) {

	public Choice {
		notes = List.copyOf(notes);
	}

	/** Nothing to note. */
	public static Choice of(final int[] rows) {
		return new Choice(rows, List.of());
	}
}
