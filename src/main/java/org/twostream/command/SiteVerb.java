
package org.twostream.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.install.Distribution;
import org.twostream.install.Packager;
import org.twostream.install.Platform;
import org.twostream.install.UpdateSite;

/** Makes the folder of an ImageJ update site, or renews it. */
final class SiteVerb implements Verb {

	private static final Key FIJI = Key.text("fiji",
		"A Fiji-Latest folder: what it has is left out. Default: what a " +
			"Fiji-Latest has, as written down in TwoStream.", "");
	private static final Key URL = Key.text("url",
		"Where the folder will be served, with a / at the end; goes into the entry " +
			"for the list of update sites. No default.", "");
	private static final Key MAINTAINERS = Key.text("maintainers",
		"Who answers for the site, names joined by commas. Default: TwoStream developers.",
		"TwoStream developers");
	private static final Key ENGINE = Key.choice("engine",
		"The native PyTorch library: none leaves it to be asked for at its first " +
			"use; cpu offers this build's to its platform. Default: none.", "none",
		"cpu");

	@Override
	public String name() {
		return "site";
	}

	@Override
	public String description() {
		return "Makes or renews the folder of an ImageJ update site.";
	}

	@Override
	public String usage() {
		return "FOLDER";
	}

	@Override
	public List<Key> keys() {
		return List.of(FIJI, ENGINE, URL, MAINTAINERS);
	}

	@Override
	public void run(final List<String> words, final PrintStream out,
		final Progress progress)
	{
		final Words given = Words.of(this, words, 1);
		final Path folder = Path.of(given.first(this));
		if (!given.get("url").matches("https?://.+/")) throw new UserError("url=" +
			given.get("url") +
			" is no address of a folder; give one that begins with https:// and ends with /.");
		final Distribution distribution = Own.distribution();
		final Packager packager = new Packager(distribution, BundleVerb.application(
			given), given.get("engine").equals("none") ? List.of() : List.of(
				distribution.engine(Platform.current())), progress);
		packager.site(folder, new UpdateSite.Entry(given.get("url"), List.of(given
			.get("maintainers").split(" *, *"))), Instant.now()).forEach(p -> out
				.println("added\t" + p));
		out.println("index\t" + folder.resolve("db.xml.gz"));
		out.println("entry\t" + folder.resolve(UpdateSite.ENTRY));
	}
}
