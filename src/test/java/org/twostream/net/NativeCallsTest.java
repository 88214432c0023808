
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.twostream.core.Cancelled;

@Timeout(20)
class NativeCallsTest {

	@Test
	void theEndWaitsForACallUnderWayAndLaterOnesAreRefused()
		throws InterruptedException
	{
		final NativeCalls calls = new NativeCalls();
		final CountDownLatch begun = new CountDownLatch(1);
		final CountDownLatch goOn = new CountDownLatch(1);
		final Thread caller = new Thread(() -> calls.call(() -> {
			begun.countDown();
			try {
				return goOn.await(10, TimeUnit.SECONDS);
			}
			catch (final InterruptedException e) {
				throw new AssertionError(e);
			}
		}));
		caller.start();
		begun.await();
		final CountDownLatch ended = new CountDownLatch(1);
		final Thread end = new Thread(() -> {
			calls.end();
			ended.countDown();
		});
		end.start();
		assertFalse(ended.await(100, TimeUnit.MILLISECONDS));
		assertEquals(3, calls.call(() -> 3), "not refused before the end");
		goOn.countDown();
		ended.await();
		assertThrows(Cancelled.class, () -> calls.call(() -> 4));
		calls.close();
	}
}
