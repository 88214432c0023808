
package org.twostream.volume.chunked;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStore;
import org.twostream.volume.VolumeUri;

/**
 * Opens folders that are N5, Zarr v2 or Zarr v3 containers, or an array or a
 * group inside one. A group with OME-Zarr metadata opens as the full resolution
 * of its first image.
 */
public final class ChunkedStore implements VolumeStore {

	private static final long serialVersionUID = 1L;

	@Override
	public boolean accepts(final VolumeUri uri) {
		return !uri.isRemote() && Files.isDirectory(uri.path()) && (uri.ending()
			.equals("zarr") || uri.ending().equals("n5") || ChunkedContainer.isNode(
				uri.path()));
	}

	@Override
	public EmVolume open(final VolumeUri uri) {
		return open(uri.path(), uri.dataset(), true);
	}

	static ChunkedVolume open(final Path folder, final String dataset,
		final boolean owner)
	{
		try {
			final ChunkedContainer.Found found = new ChunkedContainer(folder).find(
				dataset);
			return new ChunkedVolume(ChunkedArray.open(found.array()), owner, found
				.array().toString(), found.axes(), found.voxelSize(), coarser(found));
		}
		catch (final IllegalStateException | NumberFormatException
				| UnsupportedOperationException | ClassCastException e)
		{
			throw new UserError("The metadata in " + folder + " are damaged (" + e
				.getMessage() + "); restore them from a copy.", e);
		}
	}

	private static List<ChunkedVolume> coarser(
		final ChunkedContainer.Found found)
	{
		final List<ChunkedVolume> volumes = new ArrayList<>();
		try {
			for (final Path p : found.coarser())
				volumes.add(new ChunkedVolume(ChunkedArray.open(p), true, p.toString(),
					found.axes(), Optional.empty(), List.of()));
		}
		catch (final UserError e) {
			// A damaged level is one that is not there: the voxels are all in the
			// full resolution.
			return volumes;
		}
		return volumes;
	}
}
