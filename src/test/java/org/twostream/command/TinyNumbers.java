
package org.twostream.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The numbers at the top of macros and scripts, small enough for a test. */
final class TinyNumbers {

	/** A loop that finds something to ask about. */
	static final Map<String, String> LOOP = Map.of("size", "\"160,160,24\"",
		"initial_sections", "16", "model", "\"tiny\"", "iterations", "40", "window",
		"\"64,64,8\"", "image_latent", "4", "epochs", "1", "budget", "4", "steps",
		"1", "rounds", "1");

	private TinyNumbers() {}

	/** The text of a file of macros/ with other numbers at its top. */
	static String in(final String file, final Map<String, String> values)
		throws IOException
	{
		String text = Files.readString(Path.of("macros", file));
		for (final Map.Entry<String, String> value : values.entrySet())
			text = text.replaceAll("(?m)^" + value.getKey() + " = [^;\\n]*(;?)$",
				value.getKey() + " = " + value.getValue() + "$1");
		return text;
	}
}
