
package org.twostream.install;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.NativeFiles;

@Timeout(60)
class NativeDownloadTest {

	private static final String FOLDER = "ai/djl/pytorch/pytorch-native-cpu/" +
		NativeFiles.version() + "/";
	private static final String JAR = NativeFiles.jarName("cpu");

	@TempDir
	Path folder;
	private RepositoryServer server;
	private byte[] bytes;

	@BeforeEach
	void serve() throws Exception {
		server = new RepositoryServer();
		bytes = new byte[3_000_000];
		new Random(1).nextBytes(bytes);
		server.files.put(FOLDER + JAR, bytes);
		server.files.put(FOLDER + JAR + ".sha1", (HexFormat.of().formatHex(
			MessageDigest.getInstance("SHA-1").digest(bytes)) + "  " + JAR + "\n")
			.getBytes(StandardCharsets.US_ASCII));
	}

	@AfterEach
	void stop() {
		server.close();
	}

	@Test
	void theOfferSaysSizeSourceAndDestinationAndFetchesNothing()
		throws IOException
	{
		final String text = download().offer().text();
		assertEquals("PyTorch's native library (3.0 MB) from " + server.address() +
			FOLDER + JAR + " to " + folder.resolve(JAR), text);
		assertEquals(List.of(), files());
		assertEquals(List.of("HEAD /maven2/" + FOLDER + JAR), server.requests);
	}

	@Test
	void fetchesTheWholeFile() throws IOException {
		assertArrayEquals(bytes, Files.readAllBytes(download().fetch(
			Progress.NONE)));
		assertEquals(List.of(JAR), files());
	}

	@Test
	void aSecondFetchAsksNobody() {
		download().fetch(Progress.NONE);
		server.requests.clear();
		download().fetch(Progress.NONE);
		assertEquals(List.of(), server.requests);
	}

	@Test
	void aConnectionThatBreaksIsSaidAndGoneOnFrom() throws IOException {
		server.cut = 1_000_000;
		assertTrue(assertThrows(UserError.class, () -> download().fetch(
			Progress.NONE)).getMessage().contains("was cut off; run it again"));
		final long kept = Files.size(folder.resolve(JAR + ".part"));
		assertTrue(kept > 0 && kept <= 1_000_000, "kept " + kept);
		server.requests.clear();
		assertArrayEquals(bytes, Files.readAllBytes(download().fetch(
			Progress.NONE)));
		assertEquals("GET /maven2/" + FOLDER + JAR + " bytes=" + kept + "-",
			server.requests.get(0));
		assertEquals(List.of(JAR), files());
	}

	@Test
	void whatArrivedJustBeforeAKillIsChecked() throws IOException {
		Files.write(folder.resolve(JAR + ".part"), bytes);
		assertArrayEquals(bytes, Files.readAllBytes(download().fetch(
			Progress.NONE)));
	}

	@Test
	void aWrongChecksumLeavesNothing() throws IOException {
		server.files.put(FOLDER + JAR, new byte[bytes.length]);
		assertTrue(assertThrows(UserError.class, () -> download().fetch(
			Progress.NONE)).getMessage().contains("has the checksum"));
		assertEquals(List.of(), files());
	}

	@Test
	void aRepositoryWithoutChecksumIsRefused() {
		server.files.remove(FOLDER + JAR + ".sha1");
		assertThrows(UserError.class, () -> download().fetch(Progress.NONE));
		assertFalse(Files.exists(folder.resolve(JAR)));
	}

	@Test
	void cancelStopsAtOnceAndKeepsWhatCame() throws IOException {
		final AtomicLong asked = new AtomicLong();
		assertThrows(Cancelled.class, () -> download().fetch(new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				// nobody listens
			}

			@Override
			public boolean cancelled() {
				return asked.incrementAndGet() > 2;
			}
		}));
		assertEquals(List.of(JAR + ".part"), files());
		assertTrue(Files.size(folder.resolve(JAR + ".part")) < bytes.length);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"|cu999|does not exist: the repository has no such flavor for this machine",
		"|../x|flavor=../x is no flavor of PyTorch",
		"file:///etc/|cpu|repository=file:///etc/ is no address",
		"http://127.0.0.1:1/|cpu|Cannot reach 127.0.0.1" })
	void refusesInASentence(final String repository, final String flavor,
		final String message)
	{
		final String found = assertThrows(UserError.class, () -> new NativeDownload(
			repository == null ? server.address() : repository, flavor, folder)
			.offer()).getMessage();
		assertTrue(found.contains(message), found);
	}

	@Test
	void goesThroughTheProxyOfThisJava() {
		final ProxySelector before = ProxySelector.getDefault();
		final InetSocketAddress proxy = new InetSocketAddress("127.0.0.1", URI
			.create(server.address()).getPort());
		ProxySelector.setDefault(new ProxySelector() {

			@Override
			public List<Proxy> select(final URI uri) {
				return List.of(new Proxy(Proxy.Type.HTTP, proxy));
			}

			@Override
			public void connectFailed(final URI uri, final SocketAddress address,
				final IOException e)
			{
				throw new AssertionError(e);
			}
		});
		try {
			assertEquals(bytes.length, new NativeDownload(
				"http://repository.invalid/maven2/", "cpu", folder).offer().bytes());
			assertTrue(server.requests.get(0).contains(
				"http://repository.invalid/maven2/"), server.requests.get(0));
		}
		finally {
			ProxySelector.setDefault(before);
		}
	}

	private NativeDownload download() {
		return new NativeDownload(server.address(), "cpu", folder);
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}
}
