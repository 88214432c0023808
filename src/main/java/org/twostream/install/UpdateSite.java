
package org.twostream.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.AtomicFile;
import org.twostream.core.Progress;

/**
 * The layout of an ImageJ update site: files under their path with their time
 * behind it, the index, and the entry for the list of update sites. A folder
 * that is a site already gets a new version: what changed is added, what it
 * replaces stays for those who have it.
 */
public final class UpdateSite {

	/** File with the entry for the list of update sites. */
	public static final String ENTRY = "list-of-update-sites.yml";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
		"yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
	private static final String NEEDS = "Requires Fiji-Latest.";
	private static final String DESCRIPTION =
		"Finds, checks and corrects tens of thousands of synapses or mitochondria in electron-microscopy volumes by asking about a few of them.";

	private final Path folder;
	private final Instant now;
	private final Progress progress;

	/**
	 * @param folder of the site; made if missing
	 * @param now time of what is new
	 */
	public UpdateSite(final Path folder, final Instant now,
		final Progress progress)
	{
		this.folder = folder;
		this.now = now;
		this.progress = progress;
	}

	/**
	 * Who answers for the site.
	 *
	 * @param url where the folder will lie, with an end of "/"
	 * @param maintainers names, as the list shows them
	 */
	public record Entry(String url, List<String> maintainers) {

		public Entry {
			maintainers = List.copyOf(maintainers);
		}

		/** As the list of update sites writes it. */
		String yaml() {
			final StringBuilder text = new StringBuilder(
				"  - name: \"TwoStream\"\n    id: \"TwoStream\"\n    url: \"" + url +
					"\"\n    description: >-\n      ***" + NEEDS + "***\n      " +
					DESCRIPTION + "\n    maintainers:\n");
			for (final String name : maintainers)
				text.append("      - \"").append(name).append("\"\n");
			return text.toString();
		}
	}

	/**
	 * Writes files, then the index, so that a reader never meets an index whose
	 * files are missing.
	 *
	 * @param lacking what a Fiji-Latest lacks
	 * @param natives native libraries to offer too, each only to its platform
	 * @return paths of the files that are new
	 * @throws org.twostream.core.UserError if the folder cannot be written
	 */
	List<String> write(final Lacking lacking, final List<Library> natives,
		final Entry entry)
	{
		final Map<String, Library> files = new LinkedHashMap<>();
		for (final Library library : lacking.libraries())
			files.put("jars/" + library.fileName(), library);
		for (final Library library : natives)
			files.put("jars/" + library.fileName(), library);
		final List<String> needed = List.copyOf(files.keySet());
		final Library own = lacking.distribution().jar();
		files.put("plugins/" + own.fileName(), own);
		final UpdaterIndex before = UpdaterIndex.read(folder);
		final List<UpdaterIndex.Plugin> plugins = new ArrayList<>();
		final List<String> added = new ArrayList<>();
		for (final Map.Entry<String, Library> file : files.entrySet()) {
			progress.check();
			progress.report((double) plugins.size() / files.size(), file.getKey());
			final boolean isOwn = file.getValue().equals(own);
			final UpdaterIndex.Plugin plugin = plugin(file.getKey(), file.getValue(),
				before, isOwn ? NEEDS + " " + DESCRIPTION : "", isOwn ? needed : List
					.of());
			plugins.add(plugin);
			if (copy(plugin, file.getValue())) added.add(plugin.filename());
		}
		plugins.addAll(gone(before, plugins));
		new UpdaterIndex(plugins).write(folder);
		AtomicFile.write(folder.resolve(ENTRY), entry.yaml());
		return added;
	}

	private UpdaterIndex.Plugin plugin(final String path, final Library library,
		final UpdaterIndex before, final String description,
		final List<String> needed)
	{
		try {
			final String checksum = UpdaterDigest.of(library.file());
			final UpdaterIndex.Plugin fresh = new UpdaterIndex.Plugin(path, library
				.classifier().isEmpty() ? "" : Platform.parse(library.classifier())
					.fiji(), checksum, TIME.format(now), library.bytes(), description,
				needed, List.of());
			final Optional<UpdaterIndex.Plugin> old = before.find(fresh.key());
			if (old.isEmpty()) return fresh;
			final List<UpdaterIndex.Previous> previous = new ArrayList<>(old.get()
				.previous());
			if (old.get().checksum().equals(checksum)) return with(fresh, path, old
				.get().timestamp(), previous);
			if (!old.get().checksum().isEmpty()) previous.add(old.get().asPrevious());
			return with(fresh, path, fresh.timestamp(), previous);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(folder.resolve(path), e);
		}
	}

	private static UpdaterIndex.Plugin with(final UpdaterIndex.Plugin fresh,
		final String path, final String timestamp,
		final List<UpdaterIndex.Previous> previous)
	{
		return new UpdaterIndex.Plugin(path, fresh.platform(), fresh.checksum(),
			timestamp, fresh.bytes(), fresh.description(), fresh.dependencies(),
			previous);
	}

	// A file without a version tells the updater to take it away.
	private static List<UpdaterIndex.Plugin> gone(final UpdaterIndex before,
		final List<UpdaterIndex.Plugin> plugins)
	{
		final UpdaterIndex now = new UpdaterIndex(plugins);
		final List<UpdaterIndex.Plugin> gone = new ArrayList<>();
		for (final UpdaterIndex.Plugin old : before.plugins()) {
			if (now.find(old.key()).isPresent()) continue;
			final List<UpdaterIndex.Previous> previous = new ArrayList<>(old
				.previous());
			if (!old.checksum().isEmpty()) previous.add(old.asPrevious());
			gone.add(new UpdaterIndex.Plugin(old.filename(), old.platform(), "", "",
				0, "", List.of(), previous));
		}
		return gone;
	}

	private boolean copy(final UpdaterIndex.Plugin plugin,
		final Library library)
	{
		final Path file = folder.resolve(plugin.filename() + "-" + plugin
			.timestamp());
		if (Files.exists(file)) return false;
		AtomicFile.write(file, out -> Files.copy(library.file(), out));
		return true;
	}
}
