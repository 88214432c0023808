
package org.twostream.volume.n5;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * What reading takes of Amazon S3's interface, on loopback: a folder is a
 * public bucket (HeadObject, GetObject, ListObjectsV2 with prefix and
 * delimiter, GetBucketAcl).
 */
final class BucketServer implements AutoCloseable {

	private final String bucket;
	private final Path folder;
	private final HttpServer server;
	private final ExecutorService threads = Executors.newFixedThreadPool(4);
	private final ConcurrentLinkedQueue<String> keys =
		new ConcurrentLinkedQueue<>();

	BucketServer(final String bucket, final Path folder) throws IOException {
		this.bucket = bucket;
		this.folder = folder;
		server = HttpServer.create(new InetSocketAddress(InetAddress
			.getLoopbackAddress(), 0), 0);
		server.setExecutor(threads);
		server.createContext("/", this::answer);
		server.start();
	}

	String endpoint() {
		return "http://" + server.getAddress().getHostString() + ":" + server
			.getAddress().getPort();
	}

	/** Keys of the objects handed out. */
	List<String> handedOut() {
		return List.copyOf(keys);
	}

	private void answer(final HttpExchange exchange) throws IOException {
		try (exchange) {
			final String path = exchange.getRequestURI().getPath();
			final String query = String.valueOf(exchange.getRequestURI().getQuery());
			if (path.equals("/" + bucket) || path.equals("/" + bucket + "/")) send(
				exchange, query.contains("list-type=2") ? list(parameter(query,
					"prefix"), parameter(query, "delimiter")) : acl());
			else if (path.startsWith("/" + bucket + "/")) object(exchange, path
				.substring(bucket.length() + 2));
			else exchange.sendResponseHeaders(404, -1);
		}
	}

	private static String parameter(final String query, final String name) {
		return Stream.of(query.split("&")).filter(p -> p.startsWith(name + "="))
			.map(p -> p.substring(name.length() + 1)).findFirst().orElse("");
	}

	private void object(final HttpExchange exchange, final String key)
		throws IOException
	{
		final Path file = folder.resolve(key);
		if (!Files.isRegularFile(file)) {
			exchange.sendResponseHeaders(404, -1);
			return;
		}
		final byte[] content = Files.readAllBytes(file);
		exchange.getResponseHeaders().set("ETag", "\"" + Integer.toHexString(
			java.util.Arrays.hashCode(content)) + "\"");
		if (exchange.getRequestMethod().equals("HEAD")) {
			exchange.getResponseHeaders().set("Content-Length", String.valueOf(
				content.length));
			exchange.sendResponseHeaders(200, -1);
			return;
		}
		keys.add(key);
		final String range = exchange.getRequestHeaders().getFirst("Range");
		final byte[] part = range == null ? content : part(content, range);
		if (range != null) exchange.getResponseHeaders().set("Content-Range", range
			.replace('=', ' ') + "/" + content.length);
		exchange.sendResponseHeaders(range == null ? 200 : 206, part.length == 0
			? -1 : part.length);
		exchange.getResponseBody().write(part);
	}

	/** Such as bytes=10-19, bytes=10- or the last ten, bytes=-10. */
	private static byte[] part(final byte[] content, final String range) {
		final String[] ends = range.substring("bytes=".length()).split("-", 2);
		if (ends[0].isEmpty()) return java.util.Arrays.copyOfRange(content,
			content.length - Integer.parseInt(ends[1]), content.length);
		final int from = Integer.parseInt(ends[0]);
		return java.util.Arrays.copyOfRange(content, from, ends[1].isEmpty()
			? content.length : Math.min(content.length, 1 + Integer.parseInt(
				ends[1])));
	}

	private String list(final String prefix, final String delimiter)
		throws IOException
	{
		final List<String> all;
		try (Stream<Path> files = Files.walk(folder)) {
			all = files.filter(Files::isRegularFile).map(f -> folder.relativize(f)
				.toString().replace('\\', '/')).filter(k -> k.startsWith(prefix))
				.sorted().toList();
		}
		final String objects = all.stream().filter(k -> delimiter.isEmpty() || !k
			.substring(prefix.length()).contains(delimiter)).map(
				k -> "<Contents><Key>" + k + "</Key></Contents>").collect(Collectors
					.joining());
		final String folders = delimiter.isEmpty() ? "" : all.stream().map(k -> k
			.substring(prefix.length())).filter(k -> k.contains(delimiter)).map(
				k -> prefix + k.substring(0, k.indexOf(delimiter) + 1)).distinct().map(
					p -> "<CommonPrefixes><Prefix>" + p + "</Prefix></CommonPrefixes>")
			.collect(Collectors.joining());
		return "<ListBucketResult><Name>" + bucket + "</Name><Prefix>" + prefix +
			"</Prefix><KeyCount>" + all.size() +
			"</KeyCount><IsTruncated>false</IsTruncated>" + objects + folders +
			"</ListBucketResult>";
	}

	private static String acl() {
		return "<AccessControlPolicy><Owner><ID>o</ID></Owner><AccessControlList/></AccessControlPolicy>";
	}

	private static void send(final HttpExchange exchange, final String xml)
		throws IOException
	{
		final byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/xml");
		exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD")
			? -1 : bytes.length);
		if (!exchange.getRequestMethod().equals("HEAD")) exchange.getResponseBody()
			.write(bytes);
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
