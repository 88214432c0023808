
package org.twostream.volume.n5;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.janelia.saalfeldlab.n5.N5Exception;
import org.janelia.saalfeldlab.n5.N5Reader;
import org.janelia.saalfeldlab.n5.hdf5.N5HDF5Reader;
import org.janelia.saalfeldlab.n5.zarr.ZarrKeyValueReader;
import org.janelia.saalfeldlab.n5.zarr.v3.ZarrV3KeyValueReader;
import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.chunked.Multiscales;
import org.twostream.volume.chunked.Resolution;

/**
 * Finds the volume in a container that the N5 library has opened, by the same
 * rules as our own containers: an array, the full resolution of an image, or
 * the only one of these where the store can list what it holds.
 */
final class N5Container {

	private static final int DEPTH = 5;
	private static final String FULL_RESOLUTION = "s0";

	/**
	 * A volume found.
	 *
	 * @param path of the array in the container
	 * @param axes names in C order, empty if not said
	 * @param voxelSize nm, empty if not said
	 * @param attributes of the array; for Zarr v2 with its metadata
	 * @param zarr2 whether it is an array of Zarr v2
	 */
	record Found(String path, List<String> axes, Optional<VoxelSize> voxelSize,
			Json attributes, boolean zarr2) {
	}

	private final N5Reader reader;
	private final String place;

	N5Container(final N5Reader reader, final String place) {
		this.reader = reader;
		this.place = place;
	}

	/**
	 * @param dataset path inside the container, "" for the only one
	 * @throws UserError if there is none, or more than one
	 */
	Found find(final String dataset) {
		final String path = dataset.replaceAll("^/+|/+$", "");
		final Optional<Found> here = at(path);
		if (here.isPresent()) return here.get();
		final List<String> candidates = new ArrayList<>();
		collect(path, DEPTH, candidates);
		if (candidates.size() == 1) return at(candidates.get(0)).orElseThrow();
		throw new UserError(place + (candidates.isEmpty() ? " holds no array \"" +
			path +
			"\" that can be found; check the address and give the array by ?NAME."
			: " holds the datasets " + candidates + "; choose one by ?NAME."));
	}

	private Optional<Found> at(final String path) {
		if (reader.datasetExists(path)) return Optional.of(found(path));
		final Optional<Multiscales> image = image(path);
		if (image.isPresent()) {
			final String full = child(path, image.get().path());
			if (!reader.datasetExists(full)) throw new UserError(place +
				" says that its full resolution is in \"" + full +
				"\", where there is no array; choose a dataset by ?NAME.");
			return Optional.of(found(full));
		}
		final String s0 = child(path, FULL_RESOLUTION);
		return reader.datasetExists(s0) ? Optional.of(found(s0)) : Optional.empty();
	}

	private Found found(final String path) {
		final Json own = attributes(path);
		final boolean xFirst = !(reader instanceof ZarrKeyValueReader ||
			reader instanceof ZarrV3KeyValueReader || reader instanceof N5HDF5Reader);
		final Optional<Multiscales> image = imageOf(path);
		final Optional<VoxelSize> nm = image.flatMap(Multiscales::voxelSize).or(
			() -> Resolution.of(own, xFirst)).or(() -> path.isEmpty() ? Optional
				.empty() : Resolution.of(attributes(parent(path)), xFirst));
		return new Found(path, image.map(Multiscales::axes).orElse(List.of()), nm,
			own, reader instanceof ZarrKeyValueReader);
	}

	/** The image above an array of which the array is the full resolution. */
	private Optional<Multiscales> imageOf(final String array) {
		for (String group = array; !group.isEmpty();) {
			group = parent(group);
			final String above = group;
			final Optional<Multiscales> image = image(above).filter(m -> child(above,
				m.path()).equals(array));
			if (image.isPresent()) return image;
		}
		return Optional.empty();
	}

	private Optional<Multiscales> image(final String group) {
		return Multiscales.read(attributes(group));
	}

	private Json attributes(final String path) {
		final String text = reader.getAttribute(path, "/", String.class);
		return text == null || text.equals("null") ? new Json() : Json.parse(text,
			place + "?" + path);
	}

	private void collect(final String group, final int depth,
		final List<String> found)
	{
		if (at(group).isPresent()) found.add(group);
		else if (depth > 0) for (final String child : children(group))
			collect(child(group, child), depth - 1, found);
	}

	/** Many web servers list nothing: then nothing can be found but by name. */
	private List<String> children(final String group) {
		try {
			return List.of(reader.list(group));
		}
		catch (final N5Exception e) {
			return List.of();
		}
	}

	private static String child(final String group, final String name) {
		return group.isEmpty() ? name : group + "/" + name;
	}

	private static String parent(final String path) {
		return path.substring(0, Math.max(0, path.lastIndexOf('/')));
	}
}
