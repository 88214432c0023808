
package org.twostream.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class RecentlyUsedTest {

	private final List<Integer> loads = new ArrayList<>();

	private String get(final RecentlyUsed<Integer, String> recent,
		final int key)
	{
		return recent.get(key, 10, () -> {
			loads.add(key);
			return "value " + key;
		});
	}

	@Test
	void theLeastLatelyUsedIsForgotten() {
		final RecentlyUsed<Integer, String> recent = new RecentlyUsed<>(30);
		for (final int key : new int[] { 1, 2, 3, 1, 4, 1, 2, 3 })
			assertEquals("value " + key, get(recent, key));
		// 4 takes the place of 2, which takes that of 3, which takes that of 4
		assertEquals(List.of(1, 2, 3, 4, 2, 3), loads);
		recent.clear();
		get(recent, 1);
		assertEquals(7, loads.size());
	}

	@Test
	void oneIsKeptWhateverItTakes() {
		final RecentlyUsed<Integer, String> recent = new RecentlyUsed<>(0);
		for (final int key : new int[] { 1, 1, 2, 2, 1 })
			get(recent, key);
		assertEquals(List.of(1, 2, 1), loads);
	}

	@Test
	void whatFailsIsTriedAgain() throws IOException {
		final RecentlyUsed<Integer, String> recent = new RecentlyUsed<>(30);
		assertThrows(IOException.class, () -> recent.get(1, 10, () -> {
			throw new IOException("damaged");
		}));
		assertEquals("mended", recent.get(1, 10, () -> "mended"));
	}

	@Test
	void threadsThatWantTheSameLoadItOnce() throws InterruptedException {
		final RecentlyUsed<Integer, Integer> recent = new RecentlyUsed<>(1000);
		final AtomicInteger loaded = new AtomicInteger();
		final AtomicInteger sum = new AtomicInteger();
		final CountDownLatch start = new CountDownLatch(1);
		final List<Thread> threads = new ArrayList<>();
		for (int t = 0; t < 4; t++) {
			final Thread thread = new Thread(() -> {
				try {
					start.await();
					for (int key = 0; key < 50; key++) {
						final int k = key;
						sum.addAndGet(recent.get(k, 10, () -> {
							loaded.incrementAndGet();
							Thread.sleep(1);
							return k;
						}));
					}
				}
				catch (final InterruptedException e) {
					Thread.currentThread().interrupt();
				}
			});
			thread.start();
			threads.add(thread);
		}
		start.countDown();
		for (final Thread thread : threads)
			thread.join();
		assertEquals(4 * 49 * 25, sum.get());
		assertEquals(50, loaded.get());
	}
}
