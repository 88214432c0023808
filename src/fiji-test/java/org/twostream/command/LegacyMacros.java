
package org.twostream.command;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;

import net.imagej.patcher.LegacyInjector;

import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.event.ModuleExecutedEvent;

import ij.IJ;

/**
 * Runs macros as a headless Fiji does, in a process of its own: imagej-legacy
 * patches ImageJ before its first class is loaded. Arguments: the project
 * folder and the macros' files. Says which SciJava module ran.
 */
final class LegacyMacros {

	private LegacyMacros() {}

	public static void main(final String[] args) throws IOException {
		LegacyInjector.preinit();
		try (Context context = new Context()) {
			// The service holds it weakly.
			final Listener listener = new Listener();
			context.service(EventService.class).subscribe(listener);
			for (int i = 1; i < args.length; i++)
				Macros.run(Files.readString(Path.of(args[i])), args[0]);
			Reference.reachabilityFence(listener);
		}
		System.exit(0); // threads of ImageJ may still wait for a window
	}

	/** Tells what has run. */
	public static final class Listener {

		@EventHandler
		public void ran(final ModuleExecutedEvent event) {
			System.out.println("module " + event.getModule().getInfo()
				.getDelegateClassName());
		}
	}

	/** Apart, so that ImageJ's classes are loaded late. */
	private static final class Macros {

		static void run(final String macro, final String argument) {
			System.out.println("macro returned " + IJ.runMacro(macro, argument));
		}
	}
}
