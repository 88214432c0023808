
package org.twostream.volume.n5;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A web server on loopback that hands out the files of a folder. */
final class FolderServer implements AutoCloseable {

	static {
		// Else the last packet of an answer waits 40 ms for an acknowledgement.
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private final Path folder;
	private final HttpServer server;
	private final ExecutorService threads = Executors.newFixedThreadPool(4);
	private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
	private final AtomicInteger served = new AtomicInteger();

	FolderServer(final Path folder) throws IOException {
		this.folder = folder;
		server = HttpServer.create(new InetSocketAddress(InetAddress
			.getLoopbackAddress(), 0), 0);
		server.setExecutor(threads);
		server.createContext("/", this::answer);
		server.start();
	}

	/** The URL of a file or container. */
	String url(final String name) {
		return "http://" + server.getAddress().getHostString() + ":" + server
			.getAddress().getPort() + "/" + name;
	}

	/** From now on the file is answered with this status and no content. */
	void answer(final String name, final int status) {
		statuses.put("/" + name, status);
	}

	/** Files handed out. */
	int served() {
		return served.get();
	}

	private void answer(final HttpExchange exchange) throws IOException {
		try (exchange) {
			final String name = exchange.getRequestURI().getPath();
			final Path file = folder.resolve(name.substring(1));
			if (statuses.containsKey(name)) exchange.sendResponseHeaders(statuses.get(
				name), -1);
			else if (!Files.isRegularFile(file)) exchange.sendResponseHeaders(404,
				-1);
			else if (exchange.getRequestMethod().equals("HEAD")) {
				exchange.getResponseHeaders().set("Content-Length", String.valueOf(Files
					.size(file)));
				exchange.sendResponseHeaders(200, -1);
			}
			else {
				served.incrementAndGet();
				final byte[] content = Files.readAllBytes(file);
				// Length 0 would mean chunked transfer.
				exchange.sendResponseHeaders(200, content.length == 0 ? -1
					: content.length);
				exchange.getResponseBody().write(content);
			}
		}
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
