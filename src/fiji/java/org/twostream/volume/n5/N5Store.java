
package org.twostream.volume.n5;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.janelia.saalfeldlab.n5.N5Reader;
import org.janelia.saalfeldlab.n5.universe.KeyValueAccessBackend;
import org.janelia.saalfeldlab.n5.universe.N5Factory;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStore;
import org.twostream.volume.VolumeUri;

/**
 * Opens remote stores and local containers through the N5 library: N5, Zarr v2
 * and v3 and HDF5 over file systems, http, https, Amazon S3 and Google Cloud.
 * Where a URL's ending does not say the format, a scheme before it does:
 * {@code zarr3://https://host/volume}. Credentials are those of the machine.
 */
public final class N5Store implements VolumeStore {

	private static final long serialVersionUID = 1L;

	private static final Set<String> ENDINGS = Set.of("zarr", "n5", "h5", "hdf5",
		"hdf");

	// Else the library tries for a second whether any web server is Amazon's.
	private static final Pattern WEB = Pattern.compile(
		"(\\w+:(//)?)?https?://(?![^/]*(amazonaws|googleapis|google)\\.com).*");

	/** Fails where the library is not there, so that this store is not either. */
	public N5Store() {
		Objects.requireNonNull(N5Factory.class);
	}

	@Override
	public boolean accepts(final VolumeUri uri) {
		return uri.isRemote() || ENDINGS.contains(uri.ending()) || Files
			.isDirectory(uri.path());
	}

	@Override
	public EmVolume open(final VolumeUri uri) {
		final String container = uri.isRemote() ? uri.container() : uri.path()
			.toAbsolutePath().toString();
		final N5Reader reader;
		try {
			reader = reader(container);
		}
		// Some natives are missing only here.
		catch (final RuntimeException | LinkageError e) {
			throw refusal(container, e);
		}
		try {
			final N5Container.Found found = new N5Container(reader, container).find(
				uri.dataset());
			return new N5Volume(reader, found, container + "?" + found.path());
		}
		catch (final RuntimeException | LinkageError e) {
			reader.close();
			throw refusal(container, e);
		}
	}

	private static N5Reader reader(final String container) {
		// With its cache an N5 array is none where its folder cannot be asked for,
		// and few web servers answer for folders.
		final N5Factory factory = new N5Factory().cacheAttributes(false);
		return WEB.matcher(container).matches() ? factory.openReader(
			KeyValueAccessBackend.HTTP, container) : factory.openReader(container);
	}

	/** What the N5 library says, as one sentence. */
	static UserError refusal(final String place, final Throwable e) {
		if (e instanceof UserError said) return said;
		Throwable root = e;
		while (root.getCause() != null && root.getCause() != root)
			root = root.getCause();
		return new UserError(place + " cannot be read (" + root.getClass()
			.getSimpleName().replaceAll("Exception$|Error$", "").toLowerCase(
				Locale.ROOT) + ": " + String.valueOf(root.getMessage()).replaceAll(
					"\\s+", " ") +
			"); check the address, the connection and that the volume is whole.", e);
	}
}
