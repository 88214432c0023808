
package org.twostream.command;

import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.stream.Stream;

import net.imagej.patcher.LegacyInjector;

import ij.ImageJ;

/**
 * Plain ImageJ on a macro and nobody at the screen: the folder of the
 * application, the macro, its argument. Headless it needs the patcher before
 * its first class is loaded.
 */
final class BatchImageJ {

	private BatchImageJ() {}

	public static void main(final String... args) {
		if (GraphicsEnvironment.isHeadless()) LegacyInjector.preinit();
		Start.imageJ(Stream.concat(Stream.of("-ijpath", args[0], "-batch"), Arrays
			.stream(args).skip(1)).toArray(String[]::new));
	}

	/** Apart, so that ImageJ is not loaded before it is patched. */
	private static final class Start {

		static void imageJ(final String... args) {
			ImageJ.main(args);
		}
	}
}
