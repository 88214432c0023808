
package org.twostream.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.twostream.block.BlockEngine;
import org.twostream.core.AtomicFile;
import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.volume.EightBitVolume;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeUri;

/**
 * A project folder: project.json and the numbered results (docs/design.md,
 * Project folder). Nothing finished is ever changed. Thread-safe.
 */
public final class Project {

	private static final Pattern NUMBER = Pattern.compile("(\\d{3,})(\\..+)?");

	private final Path folder;
	private final Wiring wiring;
	private final ProjectInfo info;
	private final Optional<Set<String>> batches;

	private Project(final Path folder, final Wiring wiring,
		final ProjectInfo info, final Optional<Set<String>> batches)
	{
		this.folder = folder;
		this.wiring = wiring;
		this.info = info;
		this.batches = batches;
	}

	/**
	 * @throws UserError if the folder holds no project, or one of a newer format
	 */
	static Project open(final Path folder, final Wiring wiring) {
		final Path file = folder.resolve("project.json");
		if (!Files.exists(file)) throw new UserError("There is no project at " +
			folder +
			"; give raw=, voxel_nm= and target= to make one, or check the path.");
		return new Project(folder, wiring, ProjectInfo.read(file), Optional
			.empty());
	}

	static Project create(final Path folder, final Wiring wiring,
		final ProjectInfo info)
	{
		final Project project = planned(folder, wiring, info);
		project.save();
		return project;
	}

	/** A project that is on disk only once a step begins a result in it. */
	static Project planned(final Path folder, final Wiring wiring,
		final ProjectInfo info)
	{
		return new Project(folder, wiring, info, Optional.empty());
	}

	// A step that refuses its input must leave nothing behind, no new project
	// either.
	private void save() {
		final Path file = folder.resolve("project.json");
		if (!Files.exists(file) || !ProjectInfo.read(file).equals(info)) info.json()
			.write(file);
	}

	/** The same URI with an absolute path. */
	static String absolute(final String uri) {
		final VolumeUri parsed = VolumeUri.parse(uri);
		return parsed.isRemote() ? parsed.text() : parsed.at(parsed.path()
			.toAbsolutePath().normalize()).text();
	}

	/**
	 * The project as a loop sees it in one of its rounds: of all batches that
	 * loops have asked only these count, so that a loop that goes on after a stop
	 * does what it did before, and two loops do not learn from each other.
	 */
	Project seeing(final Set<String> loopBatches) {
		return new Project(folder, wiring, info, Optional.of(Set.copyOf(
			loopBatches)));
	}

	/** Whether answers to this batch count. */
	boolean sees(final String batch) {
		return batches.isEmpty() || batches.get().contains(batch) || !finished(
			Kind.QUERIES).contains(batch) || record(Kind.QUERIES, batch).object(
				"settings").integer("round") == 0;
	}

	public Path folder() {
		return folder;
	}

	ProjectInfo info() {
		return info;
	}

	Wiring wiring() {
		return wiring;
	}

	/** The project with its own description changed, on disk with a result. */
	Project with(final ProjectInfo changed) {
		return planned(folder, wiring, changed);
	}

	/** A URI of project.json made absolute. */
	String uri(final String stored) {
		if (stored.isEmpty()) return stored;
		final VolumeUri parsed = VolumeUri.parse(stored);
		return parsed.isRemote() ? stored : parsed.at(folder.toAbsolutePath()
			.normalize().resolve(parsed.path())).text();
	}

	/** The opposite of {@link #uri(String)}: relative where it lies inside. */
	String relative(final String absolute) {
		final VolumeUri parsed = VolumeUri.parse(absolute);
		final Path home = folder.toAbsolutePath().normalize();
		return !parsed.isRemote() && parsed.path().startsWith(home) ? parsed.at(home
			.relativize(parsed.path())).text() : absolute;
	}

	/**
	 * Opens a volume by an absolute URI.
	 *
	 * @throws UserError if it cannot be opened
	 */
	EmVolume volume(final String uri) {
		return wiring.stores().open(uri);
	}

	/**
	 * Opens a raw volume by an absolute URI, as 8 bit whatever it is stored as.
	 *
	 * @throws UserError if it cannot be opened
	 */
	EmVolume raw(final String uri) {
		return EightBitVolume.of(volume(uri));
	}

	/**
	 * Starts what runs blocks.
	 *
	 * @param cores that one block keeps busy
	 * @throws UserError if it cannot be started
	 */
	BlockEngine blocks(final int cores) {
		return wiring.blocks().start(cores);
	}

	/** The project's raw volume as 8 bit. */
	EmVolume raw() {
		return raw(uri("raw", "", info.raw()));
	}

	/**
	 * The URI given by a key, or else by the project.
	 *
	 * @param key for the refusal
	 * @param given the key's value, relative to where the program runs, or ""
	 * @param stored the project's, relative to the project, or ""
	 * @throws UserError if both are ""
	 */
	String uri(final String key, final String given, final String stored) {
		if (!given.isEmpty()) return absolute(given);
		if (stored.isEmpty()) throw new UserError("The project " + folder +
			" knows no " + key + " volume; give " + key + "=path.");
		return uri(stored);
	}

	/** Where a finished result lies. */
	Path path(final Kind kind, final String id) {
		return folder.toAbsolutePath().normalize().resolve(kind.folder()).resolve(
			id + kind.ending());
	}

	/** The record beside a result: step, settings, parents. */
	Json record(final Kind kind, final String id) {
		return Json.read(folder.resolve(kind.folder()).resolve(id + ".json"));
	}

	/** Numbers of the finished results, oldest first. */
	List<String> finished(final Kind kind) {
		final List<String> ids = new ArrayList<>();
		for (final String id : numbers(kind))
			if (Files.exists(path(kind, id)) && Files.exists(folder.resolve(kind
				.folder()).resolve(id + ".json"))) ids.add(id);
		return ids;
	}

	/** Numbers of all results, finished or not, without repetition, ascending. */
	private List<String> numbers(final Kind kind) {
		final Path home = folder.resolve(kind.folder());
		if (!Files.isDirectory(home)) return List.of();
		try (Stream<Path> names = Files.list(home)) {
			return names.map(p -> NUMBER.matcher(p.getFileName().toString())).filter(
				Matcher::matches).map(m -> m.group(1)).distinct().sorted().toList();
		}
		catch (final IOException e) {
			throw new UserError("Cannot list " + home + " (" + e.getMessage() +
				"); check its permissions.", e);
		}
	}

	/**
	 * The result to start from: the one asked for or the newest finished one.
	 *
	 * @param asked a number such as 1 or 001, or ""
	 * @param step what makes such a result, for the refusal
	 * @throws UserError if there is none
	 */
	String require(final Kind kind, final String asked, final String step) {
		final List<String> ids = finished(kind);
		if (asked.isEmpty()) {
			if (ids.isEmpty()) throw new UserError("The project has no finished " +
				kind.folder() + " result; run " + step + " first.");
			return ids.get(ids.size() - 1);
		}
		final String id = asked.matches("\\d{1,2}") ? "0".repeat(3 - asked
			.length()) + asked : asked;
		if (!ids.contains(id)) throw new UserError(kind.folder() + " " + asked +
			" is not among the finished results " + ids + "; choose one of them.");
		return id;
	}

	/** A finished result of exactly these settings, the newest. */
	Optional<String> find(final Kind kind, final Json settings) {
		return newest(kind, record -> record.equals(settings));
	}

	/** The newest finished result whose settings are as wanted. */
	Optional<String> newest(final Kind kind, final Predicate<Json> settings) {
		String found = null;
		for (final String id : finished(kind))
			if (settings.test(record(kind, id).object("settings"))) found = id;
		return Optional.ofNullable(found);
	}

	/**
	 * What a step made when it last ran with exactly these settings: making it
	 * again would give the same.
	 */
	Optional<StepResult> made(final Kind kind, final Json settings) {
		return find(kind, settings).map(id -> {
			final Map<String, String> summary = new LinkedHashMap<>(record(kind, id)
				.object("summary").texts());
			summary.put("note", "made before with these settings");
			return new StepResult(settings.string("step"), id, path(kind, id),
				summary);
		});
	}

	/**
	 * Starts a result, or goes on with an unfinished one of the same settings.
	 *
	 * @param settings step, keys and parents: everything that decides the bytes
	 */
	Pending begin(final Kind kind, final Json settings) {
		save();
		final Path home = folder.resolve(kind.folder());
		int highest = 0;
		for (final String id : numbers(kind)) {
			highest = Math.max(highest, Integer.parseInt(id));
			final Path partial = home.resolve(id + ".partial");
			final Path note = partial.resolve("settings.json");
			if (Files.exists(note) && Json.read(note).equals(settings)) {
				final Optional<Pending> resumed = Pending.lock(this, kind, id,
					settings);
				if (resumed.isPresent()) return resumed.get();
			}
		}
		try {
			Files.createDirectories(home);
			while (true) {
				final String id = String.format("%03d", ++highest);
				final Path partial = home.resolve(id + ".partial");
				if (Files.exists(path(kind, id))) continue;
				try {
					Files.createDirectory(partial);
				}
				catch (final java.nio.file.FileAlreadyExistsException e) {
					continue; // another process was faster
				}
				settings.write(partial.resolve("settings.json"));
				return Pending.lock(this, kind, id, settings).orElseThrow();
			}
		}
		catch (final IOException e) {
			throw AtomicFile.failure(home, e);
		}
	}
}
