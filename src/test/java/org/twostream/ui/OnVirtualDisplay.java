
package org.twostream.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Runs another main class before a display that nobody sees, such as the robots
 * and the makers of pictures, which move the mouse; see {@link DisplayProcess}.
 * Arguments: the class, and its arguments. Ends as that does.
 */
public final class OnVirtualDisplay {

	private OnVirtualDisplay() {}

	public static void main(final String[] args) throws Exception {
		if (!DisplayProcess.isPossible()) throw new IllegalStateException(
			"There is no display; install Xvfb.");
		final Path folder = Files.createTempDirectory("display");
		final DisplayProcess.Ended ended = DisplayProcess.run(folder,
			(int) TimeUnit.HOURS.toSeconds(1), Class.forName(args[0]), Arrays
				.copyOfRange(args, 1, args.length));
		System.out.print(ended.output());
		Files.delete(folder.resolve("output.txt"));
		Files.delete(folder);
		System.exit(ended.code());
	}
}
