
package org.twostream.net.bioimage;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.core.Yaml;

/**
 * The files of a model package: a folder, or a zip that holds them at its top
 * or in one folder. Immutable; every call opens what it reads.
 */
final class PackageFiles {

	private static final List<String> DESCRIPTIONS = List.of("rdf.yaml",
		"bioimageio.yaml", "rdf.yml", "bioimageio.yml", "model.yaml");
	private static final String DESCRIPTION_ENDING = ".bioimageio.yaml";
	private static final long LONGEST_DESCRIPTION = 10_000_000;

	private final Path place;
	private final boolean zipped;
	private final String top;
	private final String description;

	private PackageFiles(final Path place, final boolean zipped, final String top,
		final String description)
	{
		this.place = place;
		this.zipped = zipped;
		this.top = top;
		this.description = description;
	}

	/** Whether a path looks like a package rather than a TorchScript file. */
	static boolean isPackage(final Path path) {
		return Files.isDirectory(path) || path.getFileName().toString().matches(
			"(?i).*\\.(zip|ya?ml)") || isZip(path) && find(names(path)).isPresent();
	}

	/** Whether a folder holds a package. */
	static boolean isIn(final Path folder) {
		return find(names(folder)).isPresent();
	}

	/**
	 * @param path a folder, a zip, or the description inside a folder
	 * @throws UserError if there is no description in it
	 */
	static PackageFiles of(final Path path) {
		if (path.getFileName().toString().matches("(?i).*\\.ya?ml"))
			return new PackageFiles(path.toAbsolutePath().getParent(), false, "", path
				.getFileName().toString());
		final boolean folder = Files.isDirectory(path);
		final String found = find(names(path)).orElseThrow(() -> new UserError(
			path + " holds no " + DESCRIPTIONS.get(0) + " or " + DESCRIPTIONS.get(1) +
				"; give the folder or zip of a bioimage.io model, or a TorchScript file."));
		final int slash = found.indexOf('/');
		return new PackageFiles(path, !folder, found.substring(0, slash + 1), found
			.substring(slash + 1));
	}

	private static boolean isZip(final Path path) {
		try (InputStream in = Files.newInputStream(path)) {
			return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals(
				"PK");
		}
		catch (final IOException e) {
			throw unreadable(path, e);
		}
	}

	private static List<String> names(final Path path) {
		if (Files.isDirectory(path)) try (var list = Files.list(path)) {
			return list.map(p -> p.getFileName().toString()).sorted().toList();
		}
		catch (final IOException e) {
			throw unreadable(path, e);
		}
		try (ZipFile zip = new ZipFile(path.toFile())) {
			return zip.stream().map(ZipEntry::getName).sorted().toList();
		}
		catch (final IOException e) {
			throw unreadable(path, e);
		}
	}

	private static Optional<String> find(final List<String> names) {
		for (final String known : DESCRIPTIONS)
			for (final String n : names)
				if (n.equals(known)) return Optional.of(n);
		for (final String known : DESCRIPTIONS)
			for (final String n : names)
				if (n.matches("[^/]+/" + known)) return Optional.of(n);
		return names.stream().filter(n -> n.endsWith(DESCRIPTION_ENDING) && n
			.chars().filter(c -> c == '/').count() <= 1).findFirst();
	}

	private static UserError unreadable(final Path path, final IOException e) {
		if (e instanceof NoSuchFileException || !Files.exists(path))
			return new UserError("There is no model " + path + "; check the path.",
				e);
		return new UserError((e instanceof ZipException ? path +
			" is no whole zip (" : "Cannot read " + path + " (") + e.getMessage() +
			"); get the model again.", e);
	}

	/** Where the package lies. */
	Path place() {
		return place;
	}

	/** The description's text as it is. */
	Json description() {
		final String whence = name(description);
		try (InputStream in = open(description)) {
			final byte[] text = in.readNBytes((int) LONGEST_DESCRIPTION + 1);
			if (text.length > LONGEST_DESCRIPTION) throw new UserError(whence +
				" is longer than 10 MB; give the description of a model.");
			return Yaml.parse(new String(text, StandardCharsets.UTF_8), whence);
		}
		catch (final IOException e) {
			throw unreadable(place, e);
		}
	}

	/** How messages call a file of the package. */
	String name(final String source) {
		return place + "/" + source;
	}

	/**
	 * @param source as the description has it: a path inside the package
	 * @throws UserError if it is not there or lies elsewhere
	 */
	InputStream open(final String source) {
		if (source.matches("\\w+://.*")) throw new UserError("The package " +
			place + " has " + source +
			" not inside; fetch it, put it into the package and name it in the description without the address.");
		final String name = Path.of(source).normalize().toString().replace('\\',
			'/');
		if (name.startsWith("/") || name.startsWith("..")) throw new UserError(
			"The description of " + place + " names " + source +
				" outside of the package; put it inside.");
		try {
			return zipped ? entry(top + name) : Files.newInputStream(place.resolve(
				name));
		}
		catch (final NoSuchFileException e) {
			throw new UserError("The package " + place + " lacks " + source +
				", which its description names; get the whole package.", e);
		}
		catch (final IOException e) {
			throw unreadable(place, e);
		}
	}

	private InputStream entry(final String name) throws IOException {
		final ZipFile zip = new ZipFile(place.toFile());
		try {
			final ZipEntry entry = zip.getEntry(name);
			if (entry == null) throw new NoSuchFileException(name);
			return new FilterInputStream(zip.getInputStream(entry)) {

				@Override
				public void close() throws IOException {
					super.close();
					zip.close();
				}
			};
		}
		catch (final IOException e) {
			zip.close();
			throw e;
		}
	}

	/**
	 * A whole file.
	 *
	 * @param sha256 what its hash must be, "" for anything
	 * @throws UserError if it is another one
	 */
	InputStream checked(final String source, final String sha256) {
		try (InputStream in = open(source)) {
			final byte[] bytes = in.readAllBytes();
			final String found = HexFormat.of().formatHex(digest().digest(bytes));
			if (!sha256.isEmpty() && !found.equalsIgnoreCase(sha256))
				throw new UserError(name(source) + " has the sha256 " + found +
					" instead of " + sha256 +
					", which the description asks for; get the package again.");
			return new ByteArrayInputStream(bytes);
		}
		catch (final IOException e) {
			throw unreadable(place, e);
		}
	}

	/** One hash over the description and another file: what decides a result. */
	String fingerprint(final String source) {
		return hash(open(description), open(source));
	}

	/** The sha256 of streams one behind the other; closes them. */
	static String hash(final InputStream... streams) {
		final MessageDigest digest = digest();
		try {
			for (final InputStream s : streams)
				try (InputStream in = new DigestInputStream(s, digest)) {
					in.transferTo(java.io.OutputStream.nullOutputStream());
				}
		}
		catch (final IOException e) {
			throw new UserError("Cannot read the model (" + e.getMessage() +
				"); get it again.", e);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
