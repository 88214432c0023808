
package org.twostream.volume;

import java.io.Closeable;

import org.twostream.core.Box;

/**
 * A chunked volume being written box by box. Boxes start on chunk borders and
 * end on chunk borders or on the volume's end, so each chunk is written by one
 * call; boxes of different chunks may be written by different threads at once.
 * After a call returns, its chunks are whole on disk (temporary file, fsync on
 * {@link #close}, rename); chunks never written read as 0.
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

	/** Makes all that was written durable. */
	@Override
	void close();
}
