
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;

import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;

/**
 * How a step that is given a volume gets its project: it opens the one that is
 * there, after comparing, or makes it.
 */
final class NewProject {

	private NewProject() {}

	/**
	 * Opens the project, or makes it from the source where there is none.
	 *
	 * @throws UserError if neither is possible, or the source contradicts the
	 *           project
	 */
	static Project open(final Path folder, final Wiring wiring,
		final Source source)
	{
		if (Files.exists(folder.resolve("project.json"))) {
			final Project project = Project.open(folder, wiring);
			return project.info().raw().isEmpty() && !source.raw().isEmpty()
				? withRaw(project, source) : refuseContradiction(project, source);
		}
		if (source.raw().isEmpty()) return Project.open(folder, wiring);
		if (source.target().isEmpty()) throw new UserError(
			"target is missing for the new project " + folder +
				"; give target=mitochondria, cleft or polarity.");
		final Target target = Target.parse(source.target());
		final VoxelSize voxelSize;
		try (EmVolume raw = wiring.stores().open(source.raw())) {
			voxelSize = voxelSize(source, raw);
		}
		return Project.planned(folder, wiring, new ProjectInfo(Project.absolute(
			source.raw()), voxelSize, target, "", "", ""));
	}

	private static VoxelSize voxelSize(final Source source, final EmVolume raw) {
		if (!source.voxelNm().isEmpty()) return VoxelSize.parse(source.voxelNm());
		return raw.info().voxelSize().orElseThrow(() -> new UserError(source.raw() +
			" does not say its voxel size; give voxel_nm=x,y,z in nanometres."));
	}

	/**
	 * Opens the project for training, or makes it where there is none; the first
	 * labelled volume that is named becomes the project's initial one.
	 *
	 * @param raw the labelled raw volume, "" for the project's
	 * @param labels its labels, "" for the project's
	 */
	static Project forTraining(final Path folder, final Wiring wiring,
		final Source source, final String raw, final String labels)
	{
		final boolean named = !raw.isEmpty() && !labels.isEmpty();
		if (!Files.exists(folder.resolve("project.json")) && named) {
			if (source.target().isEmpty()) throw new UserError(
				"target is missing for the new project " + folder +
					"; give target=mitochondria, cleft or polarity.");
			wiring.stores().open(labels).close();
			try (EmVolume volume = wiring.stores().open(raw)) {
				return Project.planned(folder, wiring, new ProjectInfo("", voxelSize(
					new Source(raw, source.voxelNm(), ""), volume), Target.parse(source
						.target()), "", Project.absolute(raw), Project.absolute(labels)));
			}
		}
		final Project project = open(folder, wiring, source);
		return named && project.info().initialRaw().isEmpty() ? project.with(project
			.info().withInitial(Project.absolute(raw), Project.absolute(labels)))
			: project;
	}

	private static Project withRaw(final Project project, final Source source) {
		refuseContradiction(project, new Source("", source.voxelNm(), source
			.target()));
		project.volume(Project.absolute(source.raw())).close();
		return project.with(project.info().withRaw(Project.absolute(source.raw())));
	}

	private static Project refuseContradiction(final Project project,
		final Source source)
	{
		final ProjectInfo info = project.info();
		refuse("raw", source.raw().isEmpty() ? "" : Project.absolute(source.raw()),
			project.uri(info.raw()));
		refuse("voxel_nm", source.voxelNm().isEmpty() ? "" : VoxelSize.parse(source
			.voxelNm()).text(), info.voxelSize().text());
		refuse("target", source.target().isEmpty() ? "" : Target.parse(source
			.target()).text(), info.target().text());
		return project;
	}

	private static void refuse(final String key, final String given,
		final String present)
	{
		if (!given.isEmpty() && !given.equals(present)) throw new UserError(key +
			"=" + given + " differs from the project's " + present +
			"; leave the key out or choose another project folder.");
	}
}
