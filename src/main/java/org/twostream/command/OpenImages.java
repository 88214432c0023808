
package org.twostream.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.scijava.Context;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeUri;

import ij.ImagePlus;
import ij.WindowManager;

/**
 * Volumes by URI or by the title of an image that is open in ImageJ, or else in
 * another program part that has {@link OpenVolumes}. A file of that name goes
 * before an image, and a number of a result before both.
 */
final class OpenImages implements VolumeNames {

	/** The only volume with several channels. */
	private static final String PREDICTION = "prediction";

	private final Optional<Context> context;

	/** Where no SciJava runs: images of ImageJ 1.x alone. */
	OpenImages() {
		context = Optional.empty();
	}

	OpenImages(final Context context) {
		this.context = Optional.of(context);
	}

	@Override
	public String uri(final String key, final String text, final Path project,
		final Progress progress)
	{
		final String title = text.trim();
		if (title.isEmpty() || key.equals(PREDICTION) && title.matches("\\d+"))
			return text;
		if (isVolume(title)) return text;
		final List<ImagePlus> images = titled(title);
		if (images.size() > 1) throw ambiguous(key, title, images.size());
		if (images.size() == 1) return ImageCopy.of(images.get(0), key.equals(
			PREDICTION)).write(project, progress).toString();
		final List<EmVolume> volumes = context.stream().flatMap(c -> Leaves
			.services(OpenVolumes.class).stream().flatMap(open -> open.titled(title,
				c).stream())).toList();
		if (volumes.size() > 1) throw ambiguous(key, title, volumes.size());
		if (volumes.size() == 1) return copy(key, title, volumes.get(0), project,
			progress);
		throw new UserError(key + "=" + title +
			" is neither a file nor the title of an open image; check the path, or open the image.");
	}

	private static UserError ambiguous(final String key, final String title,
		final int images)
	{
		return new UserError(key + "=" + title + " is the title of " + images +
			" open images; rename all but one (Image > Rename...).");
	}

	private static String copy(final String key, final String title,
		final EmVolume volume, final Path project, final Progress progress)
	{
		final int channels = volume.info().channels();
		if (channels > 1 && !key.equals(PREDICTION)) throw new UserError(title +
			" has " + channels +
			" channels; give an image of one channel (Image > Duplicate...).");
		return VolumeCopy.write(volume, title, project, progress).toString();
	}

	private static List<ImagePlus> titled(final String title) {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? List.of() : Arrays.stream(ids).mapToObj(
			WindowManager::getImage).filter(Objects::nonNull).filter(i -> i.getTitle()
				.trim().equals(title)).toList();
	}

	private static boolean isVolume(final String text) {
		try {
			final VolumeUri uri = VolumeUri.parse(text);
			return uri.isRemote() || Files.exists(uri.path());
		}
		catch (final InvalidPathException | UserError e) {
			return false; // a title may have characters that no path has
		}
	}
}
