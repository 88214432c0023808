
package org.twostream.measure.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.twostream.core.Json;

/**
 * Everything that made the results: settings and seeds of every numbered result
 * that the report builds on, and the software.
 */
public final class SettingsSection {

	private SettingsSection() {}

	/**
	 * @param parents the JSON of each result by its name, such as "rois/001",
	 *          oldest first
	 * @param software name to version
	 */
	public static Report.Section of(final Map<String, Json> parents,
		final Map<String, String> software)
	{
		final List<Report.Part> parts = new ArrayList<>();
		parents.forEach((name, json) -> parts.add(table(name, json)));
		parts.add(pairs("Software", software));
		return new Report.Section("Settings and software", parts);
	}

	/** One row per value; values inside objects as outer.inner. */
	public static Table table(final String caption, final Json json) {
		final Map<String, String> values = new LinkedHashMap<>();
		flatten("", json, values);
		return pairs(caption, values);
	}

	private static void flatten(final String prefix, final Json json,
		final Map<String, String> values)
	{
		json.texts().forEach((name, text) -> {
			if (text.startsWith("{") && isObject(json, name)) flatten(prefix + name +
				".", json.object(name), values);
			else values.put(prefix + name, shorten(text));
		});
	}

	/** A string may begin with a brace too: put in its own place it is equal. */
	private static boolean isObject(final Json json, final String name) {
		return !Json.parse(json.line(), name).put(name, json.string(name)).equals(
			json);
	}

	/** Curves are drawn elsewhere: a long list would hide the settings. */
	private static String shorten(final String text) {
		return text.length() <= 300 ? text : text.substring(0, 300) + "… (" + text
			.length() + " characters)";
	}

	private static Table pairs(final String caption,
		final Map<String, String> values)
	{
		return Table.pairs(caption, "name", "value", values.entrySet().stream().map(
			e -> List.of(e.getKey(), e.getValue())).toList());
	}

	/** Versions of this program, Java and the system it runs on. */
	public static Map<String, String> software() {
		final Map<String, String> versions = new LinkedHashMap<>();
		final String own = SettingsSection.class.getPackage()
			.getImplementationVersion();
		versions.put("TwoStream", own == null ? "development" : own);
		versions.put("Java", System.getProperty("java.version") + " (" + System
			.getProperty("java.vendor") + ")");
		versions.put("system", System.getProperty("os.name") + " " + System
			.getProperty("os.version") + " " + System.getProperty("os.arch"));
		versions.put("processors", Integer.toString(Runtime.getRuntime()
			.availableProcessors()));
		versions.put("memory for Java", Runtime.getRuntime().maxMemory() /
			(1L << 20) + " MB");
		return versions;
	}
}
