
package org.twostream.volume.chunked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/**
 * Finds the volume in a container: an array, the full resolution of a
 * multi-resolution image, or the only one of these below a group.
 */
final class ChunkedContainer {

	private static final int DEPTH = 5;

	/**
	 * A volume found.
	 *
	 * @param array its folder
	 * @param coarser folders of the same at lower resolutions, the finest first
	 * @param axes names, empty if not said
	 * @param voxelSize nm, empty if not said
	 */
	record Found(Path array, List<Path> coarser, List<String> axes,
			Optional<VoxelSize> voxelSize) {
	}

	private final Path root;

	ChunkedContainer(final Path root) {
		this.root = root;
	}

	/** Whether a folder is a part of a Zarr or N5 container. */
	static boolean isNode(final Path folder) {
		return array(folder).isPresent() || group(folder).isPresent();
	}

	private static Optional<ArrayFormat> array(final Path folder) {
		return formats().filter(f -> f.isArray(folder)).findFirst();
	}

	private static Optional<ArrayFormat> group(final Path folder) {
		return formats().filter(f -> f.isGroup(folder)).findFirst();
	}

	private static Stream<ArrayFormat> formats() {
		return Stream.of(ChunkedFormat.values()).map(ArrayFormat::of);
	}

	/**
	 * @param dataset path inside the container, "" for the only one
	 * @throws UserError if there is none, or more than one
	 */
	Found find(final String dataset) {
		final Path folder = root.resolve(dataset).normalize();
		if (!folder.startsWith(root.normalize()) || !Files.isDirectory(folder))
			throw new UserError(root + " holds no dataset \"" + dataset +
				"\", only " + names(candidates(root, DEPTH)) +
				"; choose one of these.");
		final Optional<Found> here = at(folder);
		if (here.isPresent()) return here.get();
		final List<Path> candidates = candidates(folder, DEPTH);
		if (candidates.size() == 1) return at(candidates.get(0)).orElseThrow();
		if (candidates.isEmpty()) throw new UserError(folder +
			" holds no Zarr or N5 array; check the path.");
		throw new UserError(folder + " holds the datasets " + names(candidates) +
			"; choose one by ?NAME behind the path.");
	}

	private Optional<Found> at(final Path folder) {
		final Optional<ArrayFormat> array = array(folder);
		if (array.isPresent()) return Optional.of(new Found(folder, imageOf(folder)
			.map(m -> coarser(folder, m)).orElse(List.of()), axes(folder), voxelSize(
				array.get(), folder)));
		final Optional<Multiscales> image = image(folder);
		if (image.isPresent()) {
			final Path full = folder.resolve(image.get().path()).normalize();
			if (array(full).isEmpty()) throw new UserError(folder +
				" says that its full resolution is in \"" + image.get().path() +
				"\", where there is no array; restore it or choose a dataset by ?NAME.");
			return Optional.of(new Found(full, coarser(full, image.get()), image.get()
				.axes(), voxelSize(array(full).get(), full)));
		}
		// N5 keeps resolutions as s0, s1, ...
		final Path s0 = folder.resolve("s0");
		return array(s0).map(f -> new Found(s0, pyramid(folder), List.of(),
			voxelSize(f, s0)));
	}

	private static List<Path> pyramid(final Path folder) {
		return Stream.iterate(1, i -> i + 1).map(i -> folder.resolve("s" + i))
			.takeWhile(p -> array(p).isPresent()).toList();
	}

	// Those up to the first that is missing: a viewer can do without.
	private static List<Path> coarser(final Path full, final Multiscales image) {
		Path above = full.toAbsolutePath().normalize();
		for (int i = Path.of(image.path()).normalize().getNameCount(); i > 0; i--)
			above = above.getParent();
		final Path group = above;
		return image.coarser().stream().map(p -> group.resolve(p).normalize())
			.takeWhile(p -> array(p).isPresent()).toList();
	}

	private static Optional<Multiscales> image(final Path folder) {
		return group(folder).flatMap(f -> Multiscales.read(f.attributes(folder)));
	}

	/** The image above an array of which the array is the full resolution. */
	private static Optional<Multiscales> imageOf(final Path array) {
		Path folder = array.toAbsolutePath().normalize().getParent();
		for (int i = 0; i < DEPTH && folder != null; i++, folder = folder
			.getParent())
		{
			final Path above = folder;
			final Optional<Multiscales> image = image(above).filter(m -> above
				.resolve(m.path()).normalize().equals(array.toAbsolutePath()
					.normalize()));
			if (image.isPresent()) return image;
		}
		return Optional.empty();
	}

	private static List<String> axes(final Path array) {
		return imageOf(array).map(Multiscales::axes).orElse(List.of());
	}

	private static Optional<VoxelSize> voxelSize(final ArrayFormat format,
		final Path array)
	{
		final boolean fastestFirst = format instanceof N5;
		return imageOf(array).flatMap(Multiscales::voxelSize).or(() -> Resolution
			.of(format.attributes(array), fastestFirst)).or(() -> Optional.ofNullable(
				array.toAbsolutePath().getParent()).filter(p -> group(p).isPresent())
				.flatMap(p -> Resolution.of(group(p).get().attributes(p),
					fastestFirst)));
	}

	private List<Path> candidates(final Path folder, final int depth) {
		if (at(folder).isPresent()) return List.of(folder);
		final List<Path> found = new ArrayList<>();
		if (depth == 0) return found;
		try (Stream<Path> children = Files.list(folder)) {
			for (final Path child : children.filter(Files::isDirectory).sorted()
				.toList())
				found.addAll(candidates(child, depth - 1));
		}
		catch (final IOException e) {
			throw new UserError("Cannot list " + folder + " (" + e.getMessage() +
				"); check its permissions.", e);
		}
		return found;
	}

	private String names(final List<Path> folders) {
		return folders.stream().map(f -> root.relativize(f).toString().replace('\\',
			'/')).toList().toString();
	}
}
