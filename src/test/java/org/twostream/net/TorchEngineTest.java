
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.twostream.core.Seed;

class TorchEngineTest {

	private static final Architecture SMALL = new Architecture(
		Architecture.Family.RESIDUAL_UNET, List.of(8, 8, 8, 8, 8), 1, Set.of());

	private static TorchEngine engine;

	@BeforeAll
	static void open() {
		engine = TorchEngine.open("cpu", 1);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	@Test
	void saysWhatItIs() {
		assertEquals("cpu", engine.device());
		assertEquals("cpu", engine.description().string("device"));
		assertEquals(1, engine.description().integer("threads"));
		assertTrue(Files.isDirectory(Path.of(engine.description().string(
			"native_library"))));
	}

	@Test
	void reportsWhatItMeasured() {
		final EngineReport report = engine.report();
		assertTrue(report.fp32() > 0.01 && report.fp32() < 1e6, report.json()
			.line());
		assertTrue(report.reduced() > 0.001 && report.reduced() < 1e6, report.json()
			.line());
		assertTrue(report.voxels() > 100 && report.voxels() < 1e9, report.json()
			.line());
		assertTrue(report.reducedVoxels() > 1 && report.reducedVoxels() < 1e9,
			report.json().line());
		assertEquals("cpu", report.json().string("device"));
	}

	@Test
	void networksWorkInSeveralThreadsAtOnce() throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(3);
		try {
			final float[] expected = train();
			final List<Future<float[]>> results = new ArrayList<>();
			for (int i = 0; i < 6; i++)
				results.add(threads.submit(TorchEngineTest::train));
			for (final Future<float[]> result : results)
				assertArrayEquals(expected, result.get());
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static float[] train() {
		final Tensor x = input();
		try (SegmentationNetwork net = engine.segmentation(SMALL, new Seed(1));
				SegmentationTraining training = net.train(Optimizer.cosine(1e-2, 9)))
		{
			for (int i = 0; i < 3; i++)
				training.step(x, Tensor.zeros(x.shape()));
			return net.predict(x).values();
		}
	}

	private static Tensor input() {
		return new Tensor(Golden.hashed(4 * 64 * 64, 5), 1, 1, 4, 64, 64);
	}

	// The process's resident memory, of which the Java heap is touched first.
	private static long residentBytes() throws IOException {
		System.gc();
		return 4096 * Long.parseLong(Files.readString(Path.of("/proc/self/statm"))
			.split(" ")[1]);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void memoryStaysFlatOverManyCalls() throws IOException {
		final Tensor x = input();
		final Tensor t = Tensor.zeros(x.shape());
		try (SegmentationNetwork net = engine.segmentation(SMALL, new Seed(1));
				SegmentationTraining training = net.train(Optimizer.cosine(1e-3, 99)))
		{
			for (int i = 0; i < 100; i++)
				net.predict(x);
			for (int i = 0; i < 10; i++)
				training.step(x, t);
			final long before = residentBytes();
			// A leak of one input or result a call would come to 13 MB, of one
			// activation to 105 MB.
			for (int i = 0; i < 200; i++)
				net.predict(x);
			for (int i = 0; i < 20; i++)
				training.step(x, t);
			final long grown = residentBytes() - before;
			assertTrue(grown < 12L << 20, grown / 1e6 + " MB more");
		}
	}
}
