
package org.twostream.command;

import java.util.List;
import java.util.stream.Stream;

import net.imagej.Dataset;
import net.imagej.display.ImageDisplay;
import net.imagej.display.ImageDisplayService;

import org.scijava.Context;
import org.twostream.volume.EmVolume;

/**
 * The datasets that are open in ImageJ2, by the title of their window or their
 * own name. Those that Fiji shows as an ImageJ 1.x image too were found before.
 */
public final class OpenDatasets implements OpenVolumes {

	@Override
	public List<EmVolume> titled(final String title, final Context context) {
		final ImageDisplayService images = context.getService(
			ImageDisplayService.class);
		if (images == null) return List.of();
		return images.getImageDisplays().stream().flatMap(display -> named(title,
			display, images)).distinct().<EmVolume> map(dataset -> new DatasetVolume(
				dataset, title)).toList();
	}

	private static Stream<Dataset> named(final String title,
		final ImageDisplay display, final ImageDisplayService images)
	{
		final Dataset dataset = images.getActiveDataset(display);
		return dataset != null && (is(title, display.getName()) || is(title, dataset
			.getName())) ? Stream.of(dataset) : Stream.empty();
	}

	private static boolean is(final String title, final String name) {
		return name != null && name.trim().equals(title);
	}
}
