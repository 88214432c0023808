
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** File > Open Samples > TwoStream EM Phantom. */
class SampleImageTest {

	private final String home = System.getProperty("user.home");

	/** One for all tests: the sample takes half a minute to make. */
	@TempDir
	static Path folder;

	@BeforeEach
	void moveHome() {
		System.setProperty("user.home", folder.toString());
	}

	@AfterEach
	void moveBack() {
		System.setProperty("user.home", home);
	}

	@Test
	void opensTheRawVolumeOfAProjectThatIsMadeOnce() throws Exception {
		try (Context context = new Context()) {
			final ImagePlus image = open(context);
			assertEquals("TwoStream EM Phantom", image.getTitle());
			assertEquals("256 x 256 x 64", image.getWidth() + " x " + image
				.getHeight() + " x " + image.getNSlices());
			assertEquals("8.0 x 8.0 x 30.0 nm", image.getCalibration().pixelWidth +
				" x " + image.getCalibration().pixelHeight + " x " + image
					.getCalibration().pixelDepth + " " + image.getCalibration()
						.getUnit());
			assertTrue(image.getStatistics().stdDev > 5, "it is not grey all over");
			final Path project = folder.resolve(
				"twostream-samples/em-phantom.twostream");
			assertEquals("TwoStream project: " + project, image.getProperty("Info"));
			final FileTime made = Files.getLastModifiedTime(project.resolve(
				"sample/raw.zarr"));
			assertEquals(image.getWidth(), open(context).getWidth());
			assertEquals(made, Files.getLastModifiedTime(project.resolve(
				"sample/raw.zarr")));
		}
	}

	private static ImagePlus open(final Context context) throws Exception {
		return assertInstanceOf(ImagePlus.class, context.service(
			CommandService.class).run(SampleImage.class, true).get().getOutput(
				"image"));
	}

	@Test
	void aMacroOfPlainImageJOpensItAndGoesOnWithIt() throws IOException {
		MacroRunner.installMenu();
		assertEquals("TwoStream EM Phantom 256 256 64", MacroRunner.run(
			"run('TwoStream EM Phantom'); getDimensions(w, h, c, z, t);" +
				"return getTitle() + ' ' + w + ' ' + h + ' ' + z;", ""));
	}

	@Test
	void dialogsOfferAnActiveStackAsRawVolume() {
		Interpreter.batchMode = true;
		final ImagePlus image = IJ.createImage("my em", "8-bit", 8, 8, 3);
		try {
			Interpreter.addBatchModeImage(image);
			WindowManager.setTempCurrentImage(image);
			assertEquals("my em", ActiveImage.title().orElse(""));
			WindowManager.setTempCurrentImage(IJ.createImage("flat", "8-bit", 8, 8,
				1));
			assertEquals("", ActiveImage.title().orElse(""));
			WindowManager.setTempCurrentImage(IJ.createImage("colour", "RGB", 8, 8,
				3));
			assertEquals("", ActiveImage.title().orElse(""));
		}
		finally {
			WindowManager.setTempCurrentImage(null);
			Interpreter.removeBatchModeImage(image);
			Interpreter.batchMode = false;
		}
	}
}
