
package org.twostream.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 (core schema) as {@link Json}. The only door to the YAML
 * library.
 */
public final class Yaml {

	// A few lines of aliases can stand for terabytes.
	private static final int MOST_ALIASES = 1000;

	private Yaml() {}

	/**
	 * Reads a mapping. Names of any kind become text, dates stay text.
	 *
	 * @param whence the file's name, for the message
	 * @throws UserError if the text is not one YAML mapping
	 */
	public static Json parse(final String text, final String whence) {
		final LoadSettings settings = LoadSettings.builder().setLabel(whence)
			.setSchema(new CoreSchema()).setMaxAliasesForCollections(MOST_ALIASES)
			.setAllowRecursiveKeys(false).build();
		try {
			final Object read = new Load(settings).loadFromString(text);
			if (read instanceof Map) {
				final Json json = new Json();
				((Map<?, ?>) read).forEach((name, value) -> json.put(String.valueOf(
					name), plain(value, 0)));
				return json;
			}
		}
		catch (final YamlEngineException e) {
			throw new UserError(whence + " is not valid YAML (" + e.getMessage()
				.lines().findFirst().orElse("") +
				"); correct the file or get it again.", e);
		}
		throw new UserError(whence +
			" does not hold a YAML mapping; give the file that describes the model.");
	}

	private static Object plain(final Object value, final int depth) {
		if (depth > 100) throw new UserError("The YAML is nested more than " +
			"100 levels deep; correct the file or get it again.");
		if (value instanceof Map) {
			final Map<String, Object> map = new LinkedHashMap<>();
			((Map<?, ?>) value).forEach((k, v) -> map.put(String.valueOf(k), plain(v,
				depth + 1)));
			return map;
		}
		if (value instanceof List) return ((List<?>) value).stream().map(v -> plain(
			v, depth + 1)).collect(java.util.ArrayList::new, java.util.List::add,
				java.util.List::addAll);
		if (value == null || value instanceof Number || value instanceof Boolean)
			return value;
		return String.valueOf(value);
	}
}
