
package org.twostream.command;

import java.nio.file.Path;

import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.patcher.LegacyInjector;
import net.imglib2.type.numeric.integer.UnsignedLongType;

import org.scijava.Context;
import org.scijava.display.DisplayService;
import org.twostream.core.Progress;

/**
 * Opens a dataset in a headless Fiji and copies it by its title, in a process
 * of its own. Argument: the project folder. Prints the path of the copy.
 */
final class LegacyDataset {

	/** An id that no floating-point image could hold. */
	static final long ID = (1L << 63) + 1;

	private LegacyDataset() {}

	public static void main(final String[] args) {
		LegacyInjector.preinit();
		try (Context context = new Context()) {
			final Dataset dataset = context.service(DatasetService.class).create(
				new UnsignedLongType(), new long[] { 5, 4, 3 }, "my ids",
				new AxisType[] { Axes.X, Axes.Y, Axes.Z });
			((UnsignedLongType) dataset.firstElement()).set(ID);
			context.service(DisplayService.class).createDisplay("my ids", dataset);
			System.out.println("copy " + new OpenImages(context).uri("labels",
				"my ids", Path.of(args[0]), Progress.NONE));
		}
		System.exit(0); // threads of ImageJ may still wait for a window
	}
}
