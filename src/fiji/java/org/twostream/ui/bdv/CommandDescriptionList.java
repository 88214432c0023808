
package org.twostream.ui.bdv;

import org.scijava.plugin.Plugin;
import org.scijava.ui.behaviour.io.gui.CommandDescriptionProvider;
import org.scijava.ui.behaviour.io.gui.CommandDescriptions;

import bdv.KeyConfigScopes;

/** Puts the review's keys on the keymap page of BigDataViewer's preferences. */
@Plugin(type = CommandDescriptionProvider.class)
public final class CommandDescriptionList extends CommandDescriptionProvider {

	/** Names the review's keys in keymap files. */
	static final String CONTEXT = "twostream";

	public CommandDescriptionList() {
		super(KeyConfigScopes.BIGDATAVIEWER, CONTEXT);
	}

	@Override
	public void getCommandDescriptions(final CommandDescriptions descriptions) {
		for (final Command c : Command.values())
			descriptions.add(c.id(), new String[] { c.trigger() }, c.text());
	}
}
