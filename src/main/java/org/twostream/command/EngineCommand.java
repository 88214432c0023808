
package org.twostream.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.install.DownloadNotAllowed;
import org.twostream.install.NativeDownload;
import org.twostream.install.NativeImport;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.StepResult;
import org.twostream.net.NativeFiles;

/** Fetches the native PyTorch library, after saying what from where. */
@Plugin(type = Command.class, name = "engine", headless = true,
	menuPath = "Plugins>TwoStream>Install Engine...",
	description = "Says where the native PyTorch library is, or fetches it.",
	attrs = { @Attr(name = Step.READS, value = "nothing"), @Attr(
		name = Step.WRITES,
		value = "the user's engine folder (.djl.ai/pytorch, or where DJL_CACHE_DIR says)"),
		@Attr(name = Step.PARENT, value = "none") })
public final class EngineCommand extends StepCommand {

	@Parameter(label = "Download", required = false, persist = false, choices = {
		"no", "yes" },
		description = "Whether to download it: no says size, source and destination; " +
			"yes downloads. Default: no.")
	private String download = "no";

	@Parameter(label = "Flavor", required = false, persist = false,
		description = "Which build of PyTorch: cpu, or cu128 for NVIDIA cards where the " +
			"repository has it (Maven Central has cpu only; a libtorch folder for cards " +
			"is taken with from). Default: cpu.")
	private String flavor = "cpu";

	@Parameter(label = "From a file or folder", required = false, persist = false,
		description = "Instead of a download: the library's jar on a disk, or a folder " +
			"with libtorch, which stays where it is. No default.")
	private String from = "";

	@Parameter(label = "Repository", required = false, persist = false,
		description = "Maven repository to download from. Default: " +
			NativeDownload.CENTRAL)
	private String repository = NativeDownload.CENTRAL;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		final Path folder = NativeFiles.folder();
		if (!from.isBlank()) return result("taken", new NativeImport(folder).use(
			Path.of(from.trim())));
		final NativeDownload source = new NativeDownload(repository.trim(), flavor
			.trim(), folder);
		if (download.equals("yes")) return result("downloaded", source.fetch(
			progress()));
		final boolean there = flavor.trim().equals("cpu") ? NativeFiles.found()
			.isPresent() : source.isThere();
		if (there) return result("there", folder);
		throw new DownloadNotAllowed(source, source.offer());
	}

	private static StepResult result(final String how, final Path path) {
		final Map<String, String> found = new LinkedHashMap<>();
		found.put("native_library", how);
		found.put("found", NativeFiles.found().orElse("nothing"));
		found.put("version", NativeFiles.version());
		found.put("platform", NativeFiles.platform());
		return new StepResult("engine", "", path, found);
	}

	@Override
	protected boolean needsProject() {
		return false;
	}
}
