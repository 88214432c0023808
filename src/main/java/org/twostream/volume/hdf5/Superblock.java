
package org.twostream.volume.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.twostream.core.UserError;

/**
 * The one thing of an HDF5 superblock that jhdf does not check: where the file
 * ends (HDF5 File Format Specification 3.0, II.A).
 */
final class Superblock {

	private static final int LONGEST = 64;

	private Superblock() {}

	/**
	 * @param start of the superblock in the file
	 * @throws UserError if the file is shorter than it says
	 */
	static void checkEnd(final Path path, final long start) throws IOException {
		final ByteBuffer b = ByteBuffer.allocate(LONGEST).order(
			ByteOrder.LITTLE_ENDIAN);
		try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
			while (b.hasRemaining() && file.read(b, start + b.position()) >= 0) {
				// until it is full or the file ends
			}
		}
		final int version = b.get(8);
		final int offsetBytes = b.get(version < 2 ? 13 : 9);
		// Versions 0 and 1 begin with tree sizes; then base, extension, end.
		final int addresses = version == 0 ? 24 : version == 1 ? 28 : 12;
		if (offsetBytes != 8) return;
		final long end = b.getLong(addresses + 16);
		final long size = Files.size(path);
		if (end > size) throw new UserError(path + " is cut off: it should have " +
			end + " bytes but has " + size + "; copy it again from its source.");
	}
}
