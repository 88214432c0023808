
package org.twostream.volume.hdf5;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStore;
import org.twostream.volume.VolumeUri;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;

/**
 * Opens .h5, .hdf5 and .hdf files. Without a dataset in the URI it takes the
 * only volume of the file or else {@code volumes/raw}.
 */
public final class Hdf5Store implements VolumeStore {

	private static final long serialVersionUID = 1L;

	private static final String DEFAULT = "volumes/raw";
	private static final int DEPTH = 8;

	@Override
	public boolean accepts(final VolumeUri uri) {
		return switch (uri.ending()) {
			case "h5", "hdf5", "hdf" -> !uri.isRemote() && Files.isRegularFile(uri
				.path());
			default -> false;
		};
	}

	@Override
	public EmVolume open(final VolumeUri uri) {
		HdfFile file = null;
		try {
			file = new HdfFile(uri.path());
			Superblock.checkEnd(uri.path(), file.getUserBlockSize());
			return new Hdf5Volume(file, dataset(file, uri));
		}
		catch (final IOException e) {
			close(file, e);
			throw new UserError("Cannot read " + uri.path() + " (" + e.getMessage() +
				"); check the file and its permissions.", e);
		}
		catch (final UserError e) {
			close(file, e);
			throw e;
		}
		// jhdf reports damage by any of these.
		catch (final HdfException | IllegalArgumentException
				| IndexOutOfBoundsException | java.nio.BufferUnderflowException
				| ArithmeticException | NegativeArraySizeException e)
		{
			close(file, e);
			throw new UserError(uri.path() + " is not an HDF5 file or is damaged (" +
				e.getMessage() + "); copy it again from its source.", e);
		}
	}

	private static void close(final HdfFile file, final Exception cause) {
		if (file == null) return;
		try {
			file.close();
		}
		catch (final HdfException e) {
			cause.addSuppressed(e);
		}
	}

	private static Dataset dataset(final HdfFile file, final VolumeUri uri) {
		final List<String> found = new ArrayList<>();
		collect(file, "", DEPTH, found);
		String path = uri.dataset().replaceAll("^/+|/+$", "");
		if (path.isEmpty()) {
			if (found.size() == 1) path = found.get(0);
			else if (found.contains(DEFAULT)) path = DEFAULT;
			else throw new UserError(uri.path() + " holds the volumes " + found +
				"; choose one by ?NAME behind the path.");
		}
		if (found.contains(path) && file.getByPath(path) instanceof Dataset dataset)
			return dataset;
		throw new UserError(uri.path() + " holds no volume \"" + path +
			"\", only " + found + "; choose one of these.");
	}

	/** Paths of all datasets of rank 2 to 5 below a group. */
	private static void collect(final Group group, final String prefix,
		final int depth, final List<String> found)
	{
		if (depth == 0) return;
		for (final Node node : group.getChildren().values()) {
			final String path = prefix + node.getName();
			if (node instanceof Group child) collect(child, path + "/", depth - 1,
				found);
			else if (node instanceof Dataset dataset && dataset
				.getDimensions().length >= 2 && dataset.getDimensions().length <= 5)
				found.add(path);
		}
	}
}
