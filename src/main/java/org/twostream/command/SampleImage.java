
package org.twostream.command;

import java.nio.file.Path;

import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.core.Progress;
import org.twostream.core.UserError;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.PlugIn;

/**
 * File &gt; Open Samples: the raw volume of the sample project, which is made
 * in the home folder when first asked for. Needs no network.
 */
@Plugin(type = Command.class, headless = true,
	menuPath = "File>Open Samples>TwoStream EM Phantom",
	description = "Opens an EM-like volume; its project with truth is made when first asked for.")
public final class SampleImage implements Command, PlugIn {

	@Parameter
	private StatusService status;

	@Parameter(label = "Image", type = ItemIO.OUTPUT)
	private ImagePlus image;

	/** Where the project lies. */
	static Path project() {
		return Path.of(System.getProperty("user.home"), "twostream-samples",
			"em-phantom.twostream");
	}

	/** In Fiji, which shows outputs. */
	@Override
	public void run() {
		try (StatusProgress progress = new StatusProgress(status, "sample",
			() -> false))
		{
			image = open(progress);
		}
		catch (final RuntimeException | Error e) {
			FailureLine.print(e);
			throw e;
		}
	}

	/** In plain ImageJ 1.x. */
	@Override
	public void run(final String arg) {
		try {
			final ImagePlus opened = open(new BarProgress());
			opened.show();
			IJ.log("TwoStream sample project\t" + project());
		}
		catch (final RuntimeException | Error e) {
			PlainImageJ.refuse(e);
		}
	}

	private static ImagePlus open(final Progress progress) {
		final Path project = project();
		try {
			final SampleCommand sample = new SampleCommand();
			Step.of(SampleCommand.class).fill(sample, java.util.Map.of("project",
				project.toString()));
			sample.perform(progress, VolumeNames.FILES);
		}
		catch (final UserError e) {
			throw new UserError("The sample at " + project + " cannot be made: " + e
				.getMessage(), e);
		}
		return VolumeImage.of(project.resolve("sample/raw.zarr"),
			"TwoStream EM Phantom", "TwoStream project: " + project, progress);
	}
}
