
package org.twostream.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

import org.twostream.core.AtomicFile;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.NativeFiles;

/**
 * Fetches the native library's jar from a Maven repository, through the proxy
 * that Java's system properties name. First {@link #offer} says what it would
 * be; only {@link #fetch} brings it: whole, with the checksum that the
 * repository gives, or not at all. A fetch that was cut off goes on where it
 * was.
 */
public final class NativeDownload {

	/** Maven Central. */
	public static final String CENTRAL = "https://repo.maven.apache.org/maven2/";

	private static final Duration PATIENCE = Duration.ofSeconds(20);
	private static final int BUFFER = 1 << 18;
	private static final int OK = 200;
	private static final int PARTIAL = 206;
	private static final int NOT_FOUND = 404;
	private static final int NOT_SATISFIABLE = 416;

	private final HttpClient client = HttpClient.newBuilder().proxy(ProxySelector
		.getDefault()).followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(
			PATIENCE).build();
	private final URI source;
	private final Path destination;

	/**
	 * @param repository address of a Maven repository
	 * @param flavor cpu, cu128, ...
	 * @param folder where the jar goes
	 * @throws UserError if repository or flavor are none
	 */
	public NativeDownload(final String repository, final String flavor,
		final Path folder)
	{
		if (!flavor.matches("[a-z0-9]+")) throw new UserError("flavor=" + flavor +
			" is no flavor of PyTorch; give cpu, or cu128 where the repository has it.");
		if (!repository.matches("https?://[^\\s?#]+")) throw new UserError(
			"repository=" + repository +
				" is no address of a Maven repository; give one that begins with https://.");
		final String jar = NativeFiles.jarName(flavor);
		source = URI.create(repository + (repository.endsWith("/") ? "" : "/") +
			"ai/djl/pytorch/pytorch-native-" + flavor + "/" + NativeFiles.version() +
			"/" + jar);
		destination = folder.resolve(jar);
	}

	/**
	 * Asks the repository, but fetches nothing.
	 *
	 * @throws UserError if it cannot be reached or does not have it
	 */
	public NativeOffer offer() {
		final HttpResponse<Void> answer = send(HttpRequest.newBuilder(source)
			.method("HEAD", HttpRequest.BodyPublishers.noBody()),
			HttpResponse.BodyHandlers.discarding());
		refuse(answer.statusCode(), OK);
		return new NativeOffer(source, destination, answer.headers()
			.firstValueAsLong("content-length").orElse(-1));
	}

	/** Whether it was fetched already. */
	public boolean isThere() {
		return Files.exists(destination);
	}

	/**
	 * Fetches it. What was fetched when it is cancelled or cut off is kept beside
	 * and used next time.
	 *
	 * @throws UserError if the repository cannot be reached, the checksum differs
	 *           or the folder cannot be written
	 */
	public Path fetch(final Progress progress) {
		if (isThere()) return destination;
		final Path part = destination.resolveSibling(destination.getFileName() +
			".part");
		try {
			Files.createDirectories(destination.getParent());
			download(part, progress);
			final String wanted = checksum();
			final String found = FileHash.of("SHA-1", part);
			if (!wanted.equals(found)) {
				Files.delete(part);
				throw new UserError("What came from " + source + " has the checksum " +
					found + " and not " + wanted +
					"; try again, or fetch the jar by other means and give from=PATH.");
			}
			Files.move(part, destination, StandardCopyOption.ATOMIC_MOVE);
			return destination;
		}
		catch (final IOException e) {
			throw AtomicFile.failure(destination, e);
		}
	}

	private void download(final Path part, final Progress progress)
		throws IOException
	{
		final long before = Files.exists(part) ? Files.size(part) : 0;
		final HttpRequest.Builder request = HttpRequest.newBuilder(source);
		if (before > 0) request.header("Range", "bytes=" + before + "-");
		final HttpResponse<InputStream> answer = send(request,
			HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream in = answer.body()) {
			if (before > 0 && answer.statusCode() == NOT_SATISFIABLE) return;
			refuse(answer.statusCode(), OK, PARTIAL);
			final boolean goesOn = answer.statusCode() == PARTIAL;
			final long total = answer.headers().firstValueAsLong("content-length")
				.orElse(-1) + (goesOn ? before : 0);
			try (OutputStream out = goesOn ? Files.newOutputStream(part,
				StandardOpenOption.APPEND) : Files.newOutputStream(part))
			{
				copy(in, out, goesOn ? before : 0, total, progress);
			}
		}
	}

	private void copy(final InputStream in, final OutputStream out,
		final long before, final long total, final Progress progress)
		throws IOException
	{
		final byte[] buffer = new byte[BUFFER];
		long done = before;
		for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
			if (progress.cancelled()) throw new Cancelled();
			out.write(buffer, 0, n);
			done += n;
			progress.report(total > 0 ? (double) done / total : 0, "Fetching " +
				destination.getFileName());
		}
		if (total > 0 && done < total) throw cutOff(null);
	}

	private int read(final InputStream in, final byte[] buffer) {
		try {
			return in.read(buffer);
		}
		catch (final IOException e) {
			throw cutOff(e);
		}
	}

	private UserError cutOff(final IOException e) {
		return new UserError("The connection to " + source.getHost() +
			" was cut off; run it again to go on from there.", e);
	}

	private String checksum() {
		final HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(
			source + ".sha1")), HttpResponse.BodyHandlers.ofString(
				StandardCharsets.US_ASCII));
		refuse(answer.statusCode(), OK);
		return answer.body().strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
	}

	private <T> HttpResponse<T> send(final HttpRequest.Builder request,
		final HttpResponse.BodyHandler<T> handler)
	{
		try {
			return client.send(request.timeout(PATIENCE).build(), handler);
		}
		catch (final IOException e) {
			throw new UserError("Cannot reach " + source.getHost() + " (" + e
				.getClass().getSimpleName() +
				"); check the network and Java's proxy settings (https.proxyHost), or fetch " +
				source + " by other means and give from=PATH.", e);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Cancelled();
		}
	}

	private void refuse(final int status, final int... expected) {
		for (final int good : expected)
			if (status == good) return;
		throw new UserError(status == NOT_FOUND ? source +
			" does not exist: the repository has no such flavor for this machine; give flavor=cpu, another repository, or from= a folder with libtorch."
			: source.getHost() + " answered with status " + status + " for " +
				source + "; try again later or give another repository.");
	}
}
