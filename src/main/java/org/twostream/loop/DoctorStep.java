
package org.twostream.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.measure.report.SettingsSection;
import org.twostream.net.Engine;
import org.twostream.net.bioimage.ImportedModel;

/** {@code doctor}: what would really run, found by running it. */
final class DoctorStep {

	private final Path folder;
	private final Progress progress;

	DoctorStep(final Path folder, final Progress progress) {
		this.folder = folder;
		this.progress = progress;
	}

	StepResult run(final String model, final Compute compute) {
		final Map<String, String> found = new LinkedHashMap<>();
		progress.report(0, "Opening the engine");
		try (Engine engine = compute.engine()) {
			found.put("device", engine.device());
			engine.report().json().texts().forEach(found::putIfAbsent);
			if (!model.isEmpty()) found.putAll(ImportedModel.of(Path.of(model))
				.report(engine).texts());
		}
		progress.report(0.9, "Looking at the disk");
		found.putAll(SettingsSection.software());
		Path there = folder.toAbsolutePath().normalize();
		while (!Files.exists(there) && there.getParent() != null)
			there = there.getParent();
		try {
			found.put("free_disk_gb", Long.toString(Files.getFileStore(there)
				.getUsableSpace() >> 30));
		}
		catch (final IOException e) {
			throw new UserError("Cannot look at the disk of " + there + " (" + e
				.getMessage() + "); check the path.", e);
		}
		found.put("folder_writable", Files.isWritable(there) ? "yes" : "no");
		return new StepResult("doctor", "", there, found);
	}
}
