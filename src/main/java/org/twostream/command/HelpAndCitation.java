
package org.twostream.command;

import java.awt.GraphicsEnvironment;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.IJ;
import ij.gui.HTMLDialog;
import ij.plugin.PlugIn;

/** The menu item that says which version this is, how to use and cite it. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>TwoStream>Help and Citation...",
	description = "Says which version this is, what each step and key does, and how to cite.")
public final class HelpAndCitation implements Command, PlugIn {

	@Parameter(label = "Help", type = ItemIO.OUTPUT)
	private String help;

	/** In Fiji, headless Fiji and its scripts. */
	@Override
	public void run() {
		if (GraphicsEnvironment.isHeadless()) help = HelpText.plain();
		else show();
	}

	/** In plain ImageJ 1.x. */
	@Override
	public void run(final String arg) {
		if (GraphicsEnvironment.isHeadless()) IJ.log(HelpText.plain());
		else show();
	}

	private static void show() {
		new HTMLDialog("TwoStream", HelpText.html(), false);
	}
}
