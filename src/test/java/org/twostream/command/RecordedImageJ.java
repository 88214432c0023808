
package org.twostream.command;

import java.awt.Button;
import java.awt.Choice;
import java.awt.EventQueue;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

import ij.Executer;
import ij.IJ;
import ij.ImageJ;
import ij.Menus;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/**
 * Plain ImageJ on a display, used as a person uses it: the recorder is on, each
 * step is chosen in the menu, its dialog filled and closed with OK. Arguments:
 * the folder of the application, then what to do as a macro, whose lines are
 * read and not run, and the file that takes what the recorder wrote.
 */
final class RecordedImageJ {

	private RecordedImageJ() {}

	public static void main(final String... args) throws Exception {
		System.setProperty("plugins.dir", args[0]);
		final ImageJ application = new ImageJ(ImageJ.STANDALONE);
		final PrintStream out = new PrintStream(new FileOutputStream(
			FileDescriptor.out), true, StandardCharsets.UTF_8);
		printMenu(Menus.getMenuBar(), out);
		final Recorder recorder = new Recorder();
		for (final String line : Files.readAllLines(Path.of(args[1]))) {
			final String[] parts = line.split("\"");
			use(parts[1], MacroOptions.parse(parts[3]));
		}
		Files.writeString(Path.of(args[2]), recorder.getText());
		application.dispose();
		Runtime.getRuntime().halt(0);
	}

	private static void printMenu(final MenuBar bar, final PrintStream out) {
		for (int m = 0; m < bar.getMenuCount(); m++)
			for (int i = 0; i < bar.getMenu(m).getItemCount(); i++)
				if (bar.getMenu(m).getItem(i) instanceof Menu sub && List.of(
					"TwoStream", "Open Samples").contains(sub.getLabel())) for (int s =
						0; s < sub.getItemCount(); s++)
					out.println(bar.getMenu(m).getLabel() + ">" + sub.getLabel() + ">" +
						sub.getItem(s).getLabel());
	}

	private static void use(final String label, final Map<String, String> values)
		throws Exception
	{
		final Thread step = new Thread(new Executer(label), label);
		step.start();
		final GenericDialog dialog = awaitDialog(label, step);
		EventQueue.invokeAndWait(() -> {
			final Hashtable<String, Object> fields = fields(dialog);
			values.forEach((key, value) -> fill(fields.get(key), key, value));
			final Button ok = dialog.getButtons()[0];
			dialog.actionPerformed(new ActionEvent(ok, ActionEvent.ACTION_PERFORMED,
				ok.getLabel()));
		});
		step.join();
	}

	private static GenericDialog awaitDialog(final String title,
		final Thread step) throws InterruptedException
	{
		while (step.isAlive()) {
			for (final Window window : Window.getWindows())
				if (window instanceof GenericDialog dialog && dialog.isShowing() &&
					dialog.getTitle().equals(title)) return dialog;
			Thread.sleep(20);
		}
		throw new AssertionError("No dialog of " + title + "; " + IJ.getLog());
	}

	/** By the key, which stands before the unit in the label. */
	private static Hashtable<String, Object> fields(final GenericDialog dialog) {
		final Hashtable<String, Object> fields = new Hashtable<>();
		final List<?> texts = dialog.getStringFields() == null ? List.of() : dialog
			.getStringFields();
		final List<?> choices = dialog.getChoices() == null ? List.of() : dialog
			.getChoices();
		int text = 0;
		int choice = 0;
		for (final Key key : Steps.all().stream().filter(s -> s.label().equals(
			dialog.getTitle())).findFirst().orElseThrow().keys())
			fields.put(key.name(), key.choices().isEmpty() ? texts.get(text++)
				: choices.get(choice++));
		return fields;
	}

	private static void fill(final Object field, final String key,
		final String value)
	{
		if (field instanceof TextField text) text.setText(value);
		else if (field instanceof Choice choice) choice.select(value);
		else throw new AssertionError("No field of " + key);
	}
}
