
package org.twostream.net.bioimage;

import java.nio.file.Files;
import java.nio.file.Path;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.net.Engine;
import org.twostream.net.InferenceNetwork;

/**
 * A model that others trained. Immutable; its files are read when it is opened.
 */
public interface ImportedModel {

	/** Hash of all that decides what it predicts. */
	String fingerprint();

	/**
	 * A window that suits it, {x, y, z} in voxels.
	 *
	 * @throws UserError if nobody can know
	 */
	int[] usualWindow();

	/** Whether it wants to know how often each intensity occurs. */
	boolean needsStatistics();

	/**
	 * Loads it, and has it reproduce the test that it comes with.
	 *
	 * @param window {x, y, z} that it will be used with
	 * @param histograms per section of the volume how often each of the
	 *          intensities 0..255 occurs; not read unless
	 *          {@link #needsStatistics}
	 * @throws UserError if it is damaged, does not reproduce its test, does not
	 *           take the window or does not give what was chosen
	 */
	InferenceNetwork open(Engine engine, int[] window, long[][] histograms,
		OutputChoice choice);

	/**
	 * What it is, and whether it reproduces its test.
	 *
	 * @throws UserError as {@link #open}
	 */
	Json report(Engine engine);

	/** Whether a path is rather such a model than a folder of a base model. */
	static boolean isOne(final Path path) {
		return Files.isRegularFile(path) || Files.isDirectory(path) && PackageFiles
			.isIn(path);
	}

	/**
	 * @param path folder or zip of a bioimage.io model, its description, or a
	 *          TorchScript file
	 * @throws UserError if it is none of them
	 */
	static ImportedModel of(final Path path) {
		if (!Files.exists(path)) throw new UserError("There is no model " + path +
			"; check the path.");
		return PackageFiles.isPackage(path) ? new PackagedModel(PackageFiles.of(
			path)) : new TorchScriptFile(path);
	}
}
