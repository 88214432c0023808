
package org.twostream.install;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.Progress;

/** Packs TwoStream for applications that are somewhere else. */
public final class Packager {

	private final Lacking lacking;
	private final List<Library> natives;
	private final Progress progress;

	/**
	 * @param application whose jars need not travel; a Fiji-Latest as it is
	 *          written down where none is given
	 * @param natives native libraries that go along
	 * @throws org.twostream.core.UserError if the application has a library in a
	 *           version that does not serve
	 */
	public Packager(final Distribution distribution,
		final Optional<Application> application, final List<Library> natives,
		final Progress progress)
	{
		lacking = application.isPresent() ? Lacking.in(application.get(),
			distribution) : Lacking.inFijiLatest(distribution);
		this.natives = List.copyOf(natives);
		this.progress = progress;
	}

	/**
	 * Writes the zip for a machine without a network.
	 *
	 * @return what is in it, with sizes in bytes
	 * @throws org.twostream.core.UserError if the file cannot be written
	 */
	public Map<String, Long> bundle(final Path file) {
		final Bundle bundle = new Bundle(lacking, natives, progress);
		bundle.write(file);
		return bundle.contents();
	}

	/**
	 * Makes or renews an update site.
	 *
	 * @param now time of what is new
	 * @return paths of the files that are new
	 * @throws org.twostream.core.UserError if the folder cannot be written
	 */
	public List<String> site(final Path folder, final UpdateSite.Entry entry,
		final Instant now)
	{
		return new UpdateSite(folder, now, progress).write(lacking, natives, entry);
	}
}
