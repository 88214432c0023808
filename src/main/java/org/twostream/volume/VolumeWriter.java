
package org.twostream.volume;

import java.io.Closeable;

import org.twostream.core.Box;

/**
 * A chunked volume being written box by box. Boxes start on chunk borders and
 * end on chunk borders or on the volume's end, so each chunk is written by one
 * call; boxes of different chunks may be written by different threads at once.
 * After a call returns, its chunks are whole files (temporary file, rename)
 * that survive the end of this process, and after {@link #sync} or
 * {@link #close} that of the machine; chunks never written read as 0.
 */
public interface VolumeWriter extends Closeable {

	VolumeInfo info();

	/**
	 * Writes to a {@link PixelType#UINT8} volume.
	 *
	 * @throws org.twostream.core.UserError if the disk refuses
	 * @throws IllegalArgumentException if the box is not made of whole chunks
	 */
	void write(int channel, Box box, byte[] voxels);

	/** As {@link #write(int, Box, byte[])}, any integer type. */
	void write(int channel, Box box, long[] voxels);

	/** As {@link #write(int, Box, byte[])}, {@link PixelType#FLOAT32}. */
	void write(int channel, Box box, float[] voxels);

	/** The same volume for reading what has been written so far. */
	EmVolume reader();

	/**
	 * Makes durable what was written so far; a block may be marked as done only
	 * after this. Thread-safe; returns when the data are on disk.
	 *
	 * @throws org.twostream.core.UserError if the disk refuses
	 */
	void sync();

	/** Makes all that was written durable. */
	@Override
	void close();
}
