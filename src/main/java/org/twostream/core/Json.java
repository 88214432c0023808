
package org.twostream.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * A JSON object: an ordered map from names to strings, numbers, booleans,
 * objects and lists. The only door to the JSON library. Not thread-safe while
 * being filled.
 */
public final class Json {

	private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting()
		.serializeNulls().serializeSpecialFloatingPointValues()
		.disableHtmlEscaping().create();
	private static final Gson LINE = new GsonBuilder().serializeNulls()
		.serializeSpecialFloatingPointValues().disableHtmlEscaping().create();

	private final JsonObject object;

	public Json() {
		this(new JsonObject());
	}

	private Json(final JsonObject object) {
		this.object = object;
	}

	/**
	 * @throws UserError if the text is not one whole JSON object
	 */
	public static Json parse(final String text, final String whence) {
		try {
			final JsonElement e = JsonParser.parseString(text);
			if (e.isJsonObject()) return new Json(e.getAsJsonObject());
		}
		catch (final JsonParseException e) {
			throw new UserError(whence +
				" is not valid JSON; restore it from a copy or delete it.", e);
		}
		throw new UserError(whence +
			" does not hold a JSON object; restore it from a copy or delete it.");
	}

	/**
	 * @throws UserError if the file is missing or is not a JSON object
	 */
	public static Json read(final Path file) {
		try {
			return parse(Files.readString(file, StandardCharsets.UTF_8), file
				.toString());
		}
		catch (final NoSuchFileException e) {
			throw new UserError("There is no file " + file + "; check the path.", e);
		}
		catch (final IOException e) {
			throw new UserError("Cannot read " + file + " (" + e.getMessage() +
				"); check the file and its permissions.", e);
		}
	}

	/** Writes the object atomically, indented. */
	public void write(final Path file) {
		AtomicFile.write(file, pretty() + "\n");
	}

	/** Indented text. */
	public String pretty() {
		return PRETTY.toJson(object);
	}

	/** Text without line breaks. */
	public String line() {
		return LINE.toJson(object);
	}

	/**
	 * Sets a value: String, Number, Boolean, Enum, Json, List or Map of these, an
	 * array of numbers, or null, which is written but reads as missing.
	 *
	 * @return this
	 */
	public Json put(final String name, final Object value) {
		object.add(name, element(value));
		return this;
	}

	/**
	 * Sets all values of another object.
	 *
	 * @return this
	 */
	public Json putAll(final Json other) {
		other.object.entrySet().forEach(e -> object.add(e.getKey(), e.getValue()));
		return this;
	}

	private static JsonElement element(final Object value) {
		if (value instanceof Json) return ((Json) value).object;
		if (value instanceof List) {
			final com.google.gson.JsonArray array = new com.google.gson.JsonArray();
			for (final Object v : (List<?>) value)
				array.add(element(v));
			return array;
		}
		if (value instanceof Map) {
			final JsonObject o = new JsonObject();
			((Map<?, ?>) value).forEach((k, v) -> o.add(k.toString(), element(v)));
			return o;
		}
		if (value instanceof Enum) return LINE.toJsonTree(value.toString());
		return LINE.toJsonTree(value);
	}

	/**
	 * Sets a value to that of the same name in another object.
	 *
	 * @return this
	 * @throws UserError if the other object lacks the name
	 */
	public Json copy(final String name, final Json other) {
		object.add(name, other.need(name));
		return this;
	}

	public boolean has(final String name) {
		return object.has(name) && !object.get(name).isJsonNull();
	}

	/**
	 * @throws UserError if the name is missing
	 */
	public String string(final String name) {
		return need(name).isJsonPrimitive() ? need(name).getAsString() : need(name)
			.toString();
	}

	public String string(final String name, final String otherwise) {
		return has(name) ? string(name) : otherwise;
	}

	/**
	 * @throws UserError if the name is missing or no number
	 */
	public double number(final String name) {
		try {
			return need(name).getAsDouble();
		}
		catch (final NumberFormatException | UnsupportedOperationException
				| IllegalStateException e)
		{
			throw new UserError("\"" + name + "\" is " + need(name) +
				", not a number; correct the file.", e);
		}
	}

	public double number(final String name, final double otherwise) {
		return has(name) ? number(name) : otherwise;
	}

	/** As {@link #number(String)}, exact for 64-bit integers. */
	public long integer(final String name) {
		try {
			return need(name).getAsLong();
		}
		catch (final NumberFormatException | UnsupportedOperationException
				| IllegalStateException e)
		{
			throw new UserError("\"" + name + "\" is " + need(name) +
				", not a whole number; correct the file.", e);
		}
	}

	public boolean flag(final String name, final boolean otherwise) {
		return has(name) ? need(name).getAsBoolean() : otherwise;
	}

	/**
	 * The object of that name; changes to it change this one.
	 *
	 * @throws UserError if it is missing or not an object
	 */
	public Json object(final String name) {
		final JsonElement e = need(name);
		if (!e.isJsonObject()) throw new UserError("\"" + name +
			"\" is not a JSON object; correct the file.");
		return new Json(e.getAsJsonObject());
	}

	/** The list of objects of that name, empty if missing. */
	public List<Json> objects(final String name) {
		final List<Json> list = new java.util.ArrayList<>();
		if (has(name)) for (final JsonElement e : need(name).getAsJsonArray())
			if (e.isJsonObject()) list.add(new Json(e.getAsJsonObject()));
		return list;
	}

	/** The list of strings of that name, empty if missing. */
	public List<String> strings(final String name) {
		final List<String> list = new java.util.ArrayList<>();
		if (has(name)) for (final JsonElement e : need(name).getAsJsonArray())
			list.add(e.isJsonPrimitive() ? e.getAsString() : e.toString());
		return list;
	}

	/** Whether that name has an object. */
	public boolean isObject(final String name) {
		return has(name) && object.get(name).isJsonObject();
	}

	/** Whether that name has a list. */
	public boolean isList(final String name) {
		return has(name) && object.get(name).isJsonArray();
	}

	/** The list of numbers of that name, empty if missing. */
	public double[] numbers(final String name) {
		if (!has(name)) return new double[0];
		final com.google.gson.JsonArray array = need(name).getAsJsonArray();
		final double[] values = new double[array.size()];
		for (int i = 0; i < values.length; i++)
			values[i] = array.get(i).getAsDouble();
		return values;
	}

	/** Names in file order. */
	public List<String> names() {
		return List.copyOf(object.keySet());
	}

	/** All values as text, in file order; objects and lists as JSON. */
	public Map<String, String> texts() {
		final Map<String, String> map = new LinkedHashMap<>();
		for (final String name : names())
			if (has(name)) map.put(name, string(name));
		return map;
	}

	private JsonElement need(final String name) {
		final JsonElement e = object.get(name);
		if (e == null || e.isJsonNull()) throw new UserError("\"" + name +
			"\" is missing in " + abbreviate(line()) + "; correct the file.");
		return e;
	}

	private static String abbreviate(final String text) {
		return text.length() <= 80 ? text : text.substring(0, 77) + "...";
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Json && object.equals(((Json) other).object);
	}

	@Override
	public int hashCode() {
		return object.hashCode();
	}

	@Override
	public String toString() {
		return line();
	}
}
