
package org.twostream.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeInfo;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** Copies a virtual stack into the folder named by the argument. */
final class VirtualStackCopy {

	private static final int EDGE = 1024;
	private static final int SECTIONS = 512;

	private VirtualStackCopy() {}

	public static void main(final String... args) throws IOException {
		final AtomicInteger read = new AtomicInteger();
		Interpreter.batchMode = true;
		Interpreter.addBatchModeImage(new ImagePlus("big", new VirtualStack(EDGE,
			EDGE, SECTIONS)
		{

			@Override
			public ImageProcessor getProcessor(final int n) {
				read.incrementAndGet();
				final byte[] pixels = new byte[EDGE * EDGE];
				Arrays.fill(pixels, (byte) (n - 1));
				return new ByteProcessor(EDGE, EDGE, pixels);
			}

			@Override
			public Object getPixels(final int n) {
				return getProcessor(n).getPixels();
			}
		}));
		read.set(0);
		final Path folder = Path.of(args[0]);
		try (PrintStream out = new PrintStream(new FileOutputStream(
			FileDescriptor.out));
				EmVolume volume = Leaves.wiring().stores().open(new OpenImages().uri(
					"raw", "big", folder, Progress.NONE));
				Stream<Path> copies = Files.list(folder.resolve("imported")))
		{
			final VolumeInfo info = volume.info();
			out.println(read + " sections read, " + copies.count() + " volume, " +
				info.xSize() + " x " + info.ySize() + " x " + info.zSize() +
				", section 300 holds " + volume.bytes(0, new Box(700, 700, 300, 701,
					701, 301))[0]);
		}
	}
}
