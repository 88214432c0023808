
package org.twostream.volume.tiff;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStore;
import org.twostream.volume.VolumeUri;

/** Opens .tif, .tiff and .btf files. */
public final class TiffStore implements VolumeStore {

	private static final long serialVersionUID = 1L;

	@Override
	public boolean accepts(final VolumeUri uri) {
		return switch (uri.ending()) {
			case "tif", "tiff", "btf" -> !uri.isRemote() && Files.isRegularFile(uri
				.path());
			default -> false;
		};
	}

	@Override
	public EmVolume open(final VolumeUri uri) {
		if (!uri.dataset().isEmpty()) throw new UserError(uri.path() +
			" is a TIFF, which holds no dataset \"" + uri.dataset() +
			"\"; leave out what stands behind the question mark.");
		FileChannel file = null;
		try {
			file = FileChannel.open(uri.path(), StandardOpenOption.READ);
			return new TiffVolume(uri.path(), file);
		}
		catch (final IOException e) {
			throw new UserError("Cannot read " + uri.path() + " (" + e.getMessage() +
				"); check the file and its permissions.", e);
		}
		catch (final UserError e) {
			close(file, e);
			throw e;
		}
	}

	private static void close(final FileChannel file, final UserError cause) {
		try {
			file.close();
		}
		catch (final IOException e) {
			cause.addSuppressed(e);
		}
	}
}
