
package org.twostream.command;

import org.twostream.core.Progress;
import org.twostream.install.DownloadNotAllowed;
import org.twostream.install.NativeDownload;
import org.twostream.loop.StepResult;
import org.twostream.net.NativeFiles;
import org.twostream.net.NoNativeLibrary;

import ij.gui.GenericDialog;

/**
 * Runs a step for somebody at a screen: where it needs the native library, he
 * is asked, with size, source and destination, before anything is fetched.
 */
final class DownloadQuestion {

	private DownloadQuestion() {}

	/**
	 * @throws org.twostream.core.UserError as the step, or if the answer was no
	 */
	static StepResult perform(final StepCommand command, final Progress progress,
		final VolumeNames names)
	{
		try {
			return command.perform(progress, names);
		}
		catch (final NoNativeLibrary e) {
			final NativeDownload download = new NativeDownload(NativeDownload.CENTRAL,
				"cpu", NativeFiles.folder());
			if (!yes(download)) throw e;
			download.fetch(progress);
		}
		catch (final DownloadNotAllowed e) {
			if (!yes(e.download())) throw e;
			e.download().fetch(progress);
		}
		return command.perform(progress, names);
	}

	private static boolean yes(final NativeDownload download) {
		final GenericDialog dialog = new GenericDialog("TwoStream");
		dialog.addMessage("The networks need " + download.offer().text().replace(
			" from ", "\nfrom ").replace(" to ", "\nto ") +
			".\nDownload it now? Install Engine... takes it from a disk instead.");
		dialog.setOKLabel("Download");
		dialog.showDialog();
		return dialog.wasOKed();
	}
}
