
package org.twostream.ui.bdv;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.scijava.ui.behaviour.ClickBehaviour;
import org.scijava.ui.behaviour.InputTrigger;
import org.scijava.ui.behaviour.io.InputTriggerConfig;
import org.scijava.ui.behaviour.util.Actions;
import org.scijava.ui.behaviour.util.Behaviours;

import bdv.ui.keymap.Keymap;
import bdv.util.BdvHandle;

/**
 * Binds the review's keys and clicks in a BigDataViewer window, beside its own,
 * and follows the user's keymap.
 */
final class ReviewKeys {

	private static final String ID = "twostream review";

	private final Map<Command, Runnable> keys = new EnumMap<>(Command.class);
	private final Map<Command, ClickBehaviour> places = new EnumMap<>(
		Command.class);

	/** What a key does. */
	ReviewKeys key(final Command command, final Runnable action) {
		keys.put(command, action);
		return this;
	}

	/** What a click, or a key with the mouse somewhere, does. */
	ReviewKeys place(final Command command, final ClickBehaviour action) {
		places.put(command, action);
		return this;
	}

	/** What the user's keys do, as a table in HTML. */
	String words(final BdvHandle bdv) {
		final InputTriggerConfig config = bdv.getKeymapManager()
			.getForwardSelectedKeymap().getConfig();
		final StringBuilder words = new StringBuilder(
			"<table cellpadding=1 cellspacing=0>");
		for (final Command c : Command.values()) {
			if (!keys.containsKey(c) && !places.containsKey(c)) continue;
			final Set<InputTrigger> triggers = config.getInputs(c.id(),
				CommandDescriptionList.CONTEXT);
			final String trigger = triggers.isEmpty() ? c.trigger() : triggers
				.stream().map(Object::toString).sorted().collect(Collectors.joining(
					", "));
			words.append("<tr><td>").append(trigger.replace("button1", "click")
				.replace("button3", "right click")).append("&nbsp;&nbsp;</td><td>")
				.append(c.brief()).append("</td></tr>");
		}
		return words.append("</table>").toString();
	}

	/** To be called on the event thread, once. */
	void install(final BdvHandle bdv) {
		final Keymap keymap = bdv.getKeymapManager().getForwardSelectedKeymap();
		final InputTriggerConfig config = keymap.getConfig();
		final Actions actions = new Actions(config, CommandDescriptionList.CONTEXT);
		keys.forEach((c, action) -> actions.runnableAction(action, c.id(), c
			.trigger()));
		actions.install(bdv.getKeybindings(), ID);
		final Behaviours behaviours = new Behaviours(config,
			CommandDescriptionList.CONTEXT);
		places.forEach((c, action) -> behaviours.behaviour(action, c.id(), c
			.trigger()));
		behaviours.install(bdv.getTriggerbindings(), ID);
		keymap.updateListeners().add(() -> {
			actions.updateKeyConfig(keymap.getConfig());
			behaviours.updateKeyConfig(keymap.getConfig());
		});
	}
}
