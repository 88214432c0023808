
package org.twostream.volume.chunked;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.StoredVolume;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.VolumeWriter;

/**
 * Writes a volume as a chunked folder: array {@code 0} in a group with OME-Zarr
 * metadata, or in an N5 container with {@code resolution} and
 * {@code pixelResolution}. Thread-safe as {@link VolumeWriter} says. Sent to
 * another process it is opened there again, and so is its reader.
 */
public final class ChunkedWriter implements VolumeWriter, Serializable {

	private static final long serialVersionUID = 1L;

	private final Path folder;
	private final ChunkedArray array;
	private final ChunkedVolume volume;

	private ChunkedWriter(final Path folder, final ChunkedArray array,
		final ChunkedVolume volume)
	{
		this.folder = folder;
		this.array = array;
		this.volume = volume;
	}

	private Object writeReplace() {
		return new Place(folder.toAbsolutePath().toString());
	}

	/** What is sent. */
	private record Place(String folder) implements Serializable {

		private Object readResolve() {
			return reopen(Path.of(folder));
		}
	}

	/**
	 * Makes the folder and all its metadata at once; the voxels are 0.
	 *
	 * @param folder such as {@code prediction/001.zarr}; made with its parents
	 * @throws UserError if there is a volume already or the disk refuses
	 */
	public static ChunkedWriter create(final Path folder,
		final ChunkedSpec spec)
	{
		if (ChunkedContainer.isNode(folder)) throw new UserError(folder +
			" already holds a volume; delete it or choose another folder.");
		WholeFolder.create(folder, partial -> metadata(partial, spec));
		final Path place = folder.resolve(Multiscales.OWN_PATH);
		return writer(folder, ChunkedArray.open(place), place, spec.voxelSize());
	}

	private static void metadata(final Path folder, final ChunkedSpec spec) {
		final ArrayFormat format = ArrayFormat.of(spec.format());
		final Path place = folder.resolve(Multiscales.OWN_PATH);
		format.createArray(place, spec.array());
		format.createGroup(folder);
		if (spec.format() == ChunkedFormat.N5) spec.voxelSize().ifPresent(
			v -> format.addAttributes(place, n5(v, spec.channels() > 0)));
		else format.addAttributes(folder, Multiscales.write(spec));
		ChunkFiles.forceFolder(place);
	}

	private static Json n5(final VoxelSize v, final boolean channels) {
		final List<Double> edges = new ArrayList<>(List.of(v.x(), v.y(), v.z()));
		final Json pixel = new Json().put("dimensions", List.copyOf(edges)).put(
			"unit", "nm");
		final List<String> units = new ArrayList<>(List.of("nm", "nm", "nm"));
		if (channels) {
			edges.add(1.0);
			units.add("");
		}
		return new Json().put("resolution", edges).put("units", units).put(
			"pixelResolution", pixel);
	}

	/**
	 * Goes on writing a volume, such as after a restart.
	 *
	 * @throws UserError if there is none at that place
	 */
	public static ChunkedWriter reopen(final Path folder) {
		final ChunkedContainer.Found found = new ChunkedContainer(folder).find("");
		return writer(folder, ChunkedArray.open(found.array()), found.array(), found
			.voxelSize());
	}

	private static ChunkedWriter writer(final Path folder,
		final ChunkedArray array, final Path place,
		final Optional<VoxelSize> voxelSize)
	{
		return new ChunkedWriter(folder, array, new ChunkedVolume(array, false,
			place.toString(), List.of(), voxelSize, List.of()));
	}

	@Override
	public VolumeInfo info() {
		return volume.info();
	}

	@Override
	public void write(final int channel, final Box box, final byte[] voxels) {
		array.write(volume.axes().corner(channel, whole(box)), volume.axes().size(
			box), voxels);
	}

	@Override
	public void write(final int channel, final Box box, final long[] voxels) {
		array.write(volume.axes().corner(channel, whole(box)), volume.axes().size(
			box), voxels);
	}

	@Override
	public void write(final int channel, final Box box, final float[] voxels) {
		array.write(volume.axes().corner(channel, whole(box)), volume.axes().size(
			box), voxels);
	}

	private Box whole(final Box box) {
		final VolumeInfo i = volume.info();
		if (!whole(box.xMin(), box.xMax(), i.xChunk(), i.xSize()) || !whole(box
			.yMin(), box.yMax(), i.yChunk(), i.ySize()) || !whole(box.zMin(), box
				.zMax(), i.zChunk(), i.zSize())) throw new IllegalArgumentException(
					"Box " + box + " is not made of whole chunks of " + i.xChunk() +
						" x " + i.yChunk() + " x " + i.zChunk());
		return box;
	}

	private static boolean whole(final long min, final long max, final int chunk,
		final long size)
	{
		return min % chunk == 0 && (max % chunk == 0 || max == size);
	}

	/** Reads what was written; to be closed before or after the writer. */
	@Override
	public EmVolume reader() {
		return new StoredVolume(volume, new VolumeStores(List.of(
			new ChunkedStore())), folder.toAbsolutePath().toString());
	}

	@Override
	public void sync() {
		array.sync();
	}

	@Override
	public void close() {
		array.close();
	}
}
