
package org.twostream.review.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.twostream.core.UserError;
import org.twostream.roi.PatchFrame;

@Timeout(30)
class PatchCacheTest {

	private static final int PATCH = 2 * PatchFrame.PIXELS;

	private final BlockingQueue<Integer> arrived = new LinkedBlockingQueue<>();
	private final List<Integer> read = Collections.synchronizedList(
		new ArrayList<>());

	private byte[] patch(final int row) {
		read.add(row);
		if (row == 13) throw new UserError("Chunk 0 is damaged; restore it.");
		final byte[] patch = new byte[PATCH];
		patch[0] = (byte) row;
		return patch;
	}

	private PatchCache cache(final int patches) {
		return new PatchCache(() -> this::patch, 1, (long) patches * PATCH,
			arrived::add);
	}

	private void await(final int n) throws InterruptedException {
		for (int i = 0; i < n; i++)
			assertTrue(arrived.poll(10, TimeUnit.SECONDS) != null);
	}

	@Test
	void readsInTheOrderOfWishesAndNothingTwice() throws InterruptedException {
		try (PatchCache cache = cache(100)) {
			cache.want(List.of(5, 3, 9));
			await(3);
			assertEquals(List.of(5, 3, 9), read);
			assertEquals(9, cache.get(9).orElseThrow()[0]);
			cache.want(List.of(9, 4, 5));
			await(1);
			assertEquals(List.of(5, 3, 9, 4), read);
			assertEquals(Optional.empty(), cache.get(7));
		}
	}

	@Test
	void keepsWhatIsWantedWithinItsSize() throws InterruptedException {
		try (PatchCache cache = cache(10)) {
			cache.want(IntStream.range(0, 10).boxed().toList());
			await(10);
			cache.want(IntStream.range(7, 14).boxed().filter(r -> r != 13).toList());
			await(3);
			assertEquals(10L * PATCH, cache.bytes());
			for (int row = 7; row < 13; row++)
				assertTrue(cache.get(row).isPresent());
			// far more than it holds: the first of them
			cache.want(IntStream.range(20, 60).boxed().toList());
			await(10);
			assertTrue(cache.get(20).isPresent() && cache.get(29).isPresent());
			assertEquals(10L * PATCH, cache.bytes());
		}
	}

	@Test
	void aDamagedPatchSaysSoAndIsTriedAgain() throws InterruptedException {
		try (PatchCache cache = cache(10)) {
			cache.want(List.of(13, 1));
			await(2);
			assertEquals(Optional.of("Chunk 0 is damaged; restore it."), cache
				.failure(13));
			assertTrue(cache.get(1).isPresent());
			cache.want(List.of(13));
			await(1);
			assertEquals(2, Collections.frequency(read, 13));
		}
	}

	@Test
	void whatIsNoLongerWantedIsNotRead() throws InterruptedException {
		final Semaphore go = new Semaphore(0);
		try (PatchCache cache = new PatchCache(() -> row -> {
			go.acquireUninterruptibly();
			return patch(row);
		}, 1, 100L * PATCH, arrived::add)) {
			cache.want(List.of(0, 1, 2));
			while (!go.hasQueuedThreads())
				Thread.onSpinWait();
			cache.want(List.of(8));
			go.release(100);
			await(2);
			assertEquals(List.of(0, 8), read);
		}
	}
}
