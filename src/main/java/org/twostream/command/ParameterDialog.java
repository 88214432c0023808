
package org.twostream.command;

import java.awt.GraphicsEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.UserError;

import ij.gui.GenericDialog;

/**
 * A step's parameters as an ImageJ 1.x dialog. A field's label begins with the
 * key, so that the recorder writes the same line as in Fiji.
 */
final class ParameterDialog {

	private static final int COLUMNS = 25;

	private ParameterDialog() {}

	/**
	 * Asks for all keys of a step.
	 *
	 * @return the values, empty if the user cancelled
	 * @throws UserError if there is no display to ask on
	 */
	static Optional<Map<String, String>> ask(final Step step) {
		if (GraphicsEnvironment.isHeadless()) throw new UserError(step.label() +
			" was run without options and without a display to ask on; give them, for example project=mito.twostream.");
		final GenericDialog dialog = new GenericDialog(step.label());
		dialog.addMessage(step.description());
		for (final Key key : step.keys())
			add(dialog, key);
		dialog.addHelp("<html>" + HelpText.keys(step));
		dialog.showDialog();
		if (dialog.wasCanceled()) return Optional.empty();
		final Map<String, String> values = new LinkedHashMap<>();
		for (final Key key : step.keys())
			values.put(key.name(), key.choices().isEmpty() ? dialog.getNextString()
				: dialog.getNextChoice());
		return Optional.of(values);
	}

	private static void add(final GenericDialog dialog, final Key key) {
		// ImageJ takes the first word for the key
		final String label = (key.name() + " " + key.unit()).trim();
		if (key.choices().isEmpty()) dialog.addStringField(label, offered(key),
			COLUMNS);
		else dialog.addChoice(label, key.choices().toArray(String[]::new), key
			.standardText());
	}

	private static String offered(final Key key) {
		return key.name().equals(ActiveImage.KEY) ? ActiveImage.title().orElse(key
			.standardText()) : key.standardText();
	}
}
