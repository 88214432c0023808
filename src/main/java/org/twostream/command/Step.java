
package org.twostream.command;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandModuleItem;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;
import org.twostream.core.Nearest;
import org.twostream.core.UserError;

/**
 * A step as all entrances see it: read from the command's annotations, so that
 * shell, dialog, help and pages cannot drift apart. Immutable.
 */
final class Step {

	/** {@link org.scijava.plugin.Attr} of a command: what the step reads. */
	static final String READS = "reads";
	/** What the step writes. */
	static final String WRITES = "writes";
	/** Which earlier result it starts from when none is named. */
	static final String PARENT = "parent";

	private static final List<String> VOLUMES = List.of("raw", "labels",
		"prediction", "truth");

	private final CommandInfo info;
	private final Map<String, Key> keys = new LinkedHashMap<>();

	private Step(final Class<? extends StepCommand> type) {
		info = new CommandInfo(type, type.getAnnotation(Plugin.class));
		final List<Key> shared = new ArrayList<>();
		for (final ModuleItem<?> item : info.inputs()) {
			final Field field = ((CommandModuleItem<?>) item).getField();
			if (Service.class.isAssignableFrom(item.getType()) || item
				.getType() == Context.class) continue;
			final Key key = Key.of(item);
			if (last(field.getDeclaringClass())) shared.add(key);
			else keys.put(key.name(), key);
		}
		shared.forEach(key -> keys.put(key.name(), key));
	}

	// Where and how to compute comes behind what to compute.
	private static boolean last(final Class<?> home) {
		return home == ThreadedCommand.class || home == ComputeCommand.class ||
			home == BlockCommand.class;
	}

	static Step of(final Class<? extends StepCommand> type) {
		return new Step(type);
	}

	/** The verb. */
	String name() {
		return info.getAnnotation().name();
	}

	/** The menu item, unique in all of Fiji. */
	String label() {
		return info.getMenuPath().getLeaf().getName();
	}

	/** The menu that holds it, parts joined by &gt;. */
	String menu() {
		final String path = info.getMenuPath().getMenuString(false);
		return path.replace(" > ", ">");
	}

	String description() {
		return info.getDescription();
	}

	/** {@link #READS}, {@link #WRITES} or {@link #PARENT}. */
	String attribute(final String name) {
		return info.get(name);
	}

	/** All keys: the step's own first, shared ones of computing last. */
	List<Key> keys() {
		return List.copyOf(keys.values());
	}

	/**
	 * @throws UserError if the step has no such key; names the nearest one
	 */
	Key key(final String name) {
		final Key key = keys.get(name);
		if (key == null) throw new UserError("There is no key " + name + " in " +
			name() + "; did you mean " + Nearest.to(name, keys.keySet()) + "?");
		return key;
	}

	/**
	 * Sets the fields of a command of this step.
	 *
	 * @throws UserError if a key is unknown or a value is no such value
	 */
	void fill(final StepCommand command, final Map<String, String> values) {
		final CommandModule module = new CommandModule(info, command);
		values.forEach((name, text) -> module.setInput(name, key(name).value(
			text)));
	}

	/**
	 * @throws UserError if a field has a value outside its choices or range,
	 *           which SciJava lets pass
	 */
	void refuseOutside(final StepCommand command) {
		final CommandModule module = new CommandModule(info, command);
		for (final Key key : keys.values())
			key.refuseOutside(module.getInput(key.name()));
	}

	/** The keys that differ from their defaults, as a shell takes them. */
	String given(final StepCommand command) {
		final CommandModule module = new CommandModule(info, command);
		return keys.values().stream().filter(k -> !k.standard().equals(module
			.getInput(k.name()))).map(k -> k.name() + "=" + module.getInput(k.name()))
			.collect(Collectors.joining(" "));
	}

	/**
	 * Changes the values of the keys that name volumes.
	 *
	 * @param change takes key and value
	 */
	void replaceVolumes(final StepCommand command,
		final BinaryOperator<String> change)
	{
		final CommandModule module = new CommandModule(info, command);
		for (final String name : VOLUMES)
			if (keys.containsKey(name)) module.setInput(name, change.apply(name,
				String.valueOf(module.getInput(name))));
	}
}
