
package org.twostream.volume.chunked;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.volume.Pyramid;

/**
 * Makes a label volume of several resolutions: arrays {@code 0}, {@code 1} and
 * so on in a group with OME-Zarr metadata ({@code multiscales} and
 * {@code image-label}).
 */
public final class ChunkedPyramid {

	private ChunkedPyramid() {}

	/**
	 * Makes the folder and all its metadata at once; the voxels are 0.
	 *
	 * @param folder such as labels.zarr
	 * @param spec of the full resolution, Zarr, with a voxel size and without
	 *          channels
	 * @param levels the full resolution (1, 1, 1) first
	 * @return a writer for each; to be closed
	 * @throws UserError if there is a volume already or the disk refuses
	 */
	public static List<ChunkedWriter> create(final Path folder,
		final ChunkedSpec spec, final List<Pyramid.Factors> levels)
	{
		if (ChunkedContainer.isNode(folder)) throw new UserError(folder +
			" already holds a volume; delete it or choose another folder.");
		final ArrayFormat format = ArrayFormat.of(spec.format());
		WholeFolder.create(folder, partial -> {
			for (int i = 0; i < levels.size(); i++) {
				final Path array = partial.resolve(String.valueOf(i));
				format.createArray(array, spec.coarser(levels.get(i)).array());
				ChunkFiles.forceFolder(array);
			}
			format.createGroup(partial);
			format.addAttributes(partial, Multiscales.write(spec, levels).put(
				"image-label", new Json().put("version", "0.4")));
		});
		final List<ChunkedWriter> writers = new ArrayList<>();
		for (int i = 0; i < levels.size(); i++)
			writers.add(ChunkedWriter.reopen(folder.resolve(String.valueOf(i))));
		return writers;
	}
}
