
package org.twostream.install;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A Maven repository on this machine, with ranges and connections that break.
 */
final class RepositoryServer implements AutoCloseable {

	final Map<String, byte[]> files = new ConcurrentHashMap<>();
	/** Method, path and range of every request. */
	final List<String> requests = new CopyOnWriteArrayList<>();
	/** Bytes after which the next answer is cut off. */
	volatile int cut = Integer.MAX_VALUE;

	private final HttpServer server;

	RepositoryServer() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress
			.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.start();
	}

	String address() {
		return "http://127.0.0.1:" + server.getAddress().getPort() + "/maven2/";
	}

	private void answer(final HttpExchange exchange) throws IOException {
		final String path = exchange.getRequestURI().toString();
		final String range = exchange.getRequestHeaders().getFirst("Range");
		requests.add(exchange.getRequestMethod() + " " + path + (range == null ? ""
			: " " + range));
		final byte[] bytes = files.get(path.substring(path.indexOf("/maven2/") +
			8));
		if (bytes == null) exchange.sendResponseHeaders(404, -1);
		else if (exchange.getRequestMethod().equals("HEAD")) {
			exchange.getResponseHeaders().set("Content-Length", Integer.toString(
				bytes.length));
			exchange.sendResponseHeaders(200, -1);
		}
		else {
			final int from = range == null ? 0 : Integer.parseInt(range.replaceAll(
				"\\D", ""));
			if (from >= bytes.length) exchange.sendResponseHeaders(416, -1);
			else send(exchange, bytes, from, range == null ? 200 : 206);
		}
		exchange.close();
	}

	private void send(final HttpExchange exchange, final byte[] bytes,
		final int from, final int status) throws IOException
	{
		exchange.sendResponseHeaders(status, bytes.length - from);
		final int length = Math.min(bytes.length - from, cut);
		final boolean whole = length == bytes.length - from;
		cut = Integer.MAX_VALUE;
		final OutputStream out = exchange.getResponseBody();
		out.write(bytes, from, length);
		out.flush();
		if (whole) out.close();
	}

	@Override
	public void close() {
		server.stop(0);
	}
}
