
package org.twostream.experiment.cifar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.twostream.core.AtomicFile;
import org.twostream.core.UserError;

/**
 * Images of CIFAR-10 from its binary files: per image one byte of label, 0..9,
 * then 1024 bytes each of red, green and blue, row by row.
 *
 * @param pixels of each image, 3072 bytes, shared
 * @param labels of each image, 0..9, shared
 */
public record Cifar10(List<byte[]> pixels, int[] labels) {

	/** Classes. */
	public static final int CLASSES = 10;
	/** Pixels along an image's side. */
	static final int SIDE = 32;
	private static final int BYTES = 3 * SIDE * SIDE;
	private static final List<String> TRAINING = List.of("data_batch_1.bin",
		"data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin",
		"data_batch_5.bin");
	private static final List<String> TEST = List.of("test_batch.bin");

	/**
	 * The images that may be asked about.
	 *
	 * @param folder that holds data_batch_1.bin to data_batch_5.bin
	 * @param most images, the first ones
	 * @throws UserError if a file is missing or no such file
	 */
	public static Cifar10 training(final Path folder, final int most) {
		return read(folder, TRAINING, most);
	}

	/**
	 * The images that accuracy is of.
	 *
	 * @param folder that holds test_batch.bin
	 * @param most images, the first ones
	 * @throws UserError if the file is missing or no such file
	 */
	public static Cifar10 test(final Path folder, final int most) {
		return read(folder, TEST, most);
	}

	/** Number of images. */
	public int size() {
		return labels.length;
	}

	private static Cifar10 read(final Path folder, final List<String> names,
		final int most)
	{
		final List<byte[]> pixels = new ArrayList<>();
		final List<Integer> labels = new ArrayList<>();
		for (final String name : names)
			if (pixels.size() < most) append(folder.resolve(name), most, pixels,
				labels);
		return new Cifar10(pixels, labels.stream().mapToInt(i -> i).toArray());
	}

	private static void append(final Path file, final int most,
		final List<byte[]> pixels, final List<Integer> labels)
	{
		if (!Files.exists(file)) throw new UserError("There is no " + file +
			"; give data=the folder of the binary version of CIFAR-10.");
		try (InputStream in = Files.newInputStream(file)) {
			if (Files.size(file) % (BYTES + 1) != 0) throw new UserError(file +
				" has " + Files.size(file) + " bytes, no multiple of " + (BYTES + 1) +
				"; give the binary version of CIFAR-10.");
			final byte[] image = new byte[BYTES + 1];
			while (pixels.size() < most && in.readNBytes(image, 0,
				image.length) == image.length)
			{
				if (image[0] < 0 || image[0] >= CLASSES) throw new UserError(file +
					" has the label " + image[0] +
					", which is not in 0..9; give the binary version of CIFAR-10.");
				labels.add((int) image[0]);
				pixels.add(java.util.Arrays.copyOfRange(image, 1, image.length));
			}
		}
		catch (final IOException e) {
			throw AtomicFile.failure(file, e);
		}
	}
}
