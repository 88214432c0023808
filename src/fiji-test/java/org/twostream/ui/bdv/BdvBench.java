
package org.twostream.ui.bdv;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.twostream.review.session.SessionListener;
import org.twostream.ui.ReviewedProject;

/**
 * How long it takes from a click to the journal and to the painted outline.
 * Arguments: a project with queries, clicks. Needs a display. Answers of the
 * annotator "bench" are added to the project.
 */
public final class BdvBench {

	private static final int WARM_UP = 10;
	private static final long STEP_NS = 100_000;

	private BdvBench() {}

	public static void main(final String[] args) throws Exception {
		final int clicks = Integer.parseInt(args[1]);
		final long open = System.nanoTime();
		final ShownBdv shown = BdvRobot.open(new ReviewedProject(Path.of(args[0])),
			"bench");
		System.out.printf("open with outlines: %.0f ms%n", (System.nanoTime() -
			open) / 1e6);
		final AtomicLong onDisk = new AtomicLong();
		final AtomicLong paints = new AtomicLong();
		shown.session().add(new SessionListener() {

			@Override
			public void answered(final Set<Integer> rows) {
				paints.set(shown.window().overlay().painted());
				onDisk.set(System.nanoTime());
			}
		});
		final double[] disk = new double[clicks];
		final double[] paint = new double[clicks];
		final var inside = shown.inside(shown.row());
		shown.move(inside);
		for (int i = -WARM_UP; i < clicks; i++) {
			onDisk.set(0);
			shown.robot().mousePress(java.awt.event.InputEvent.BUTTON1_DOWN_MASK);
			final long start = System.nanoTime();
			shown.robot().mouseRelease(java.awt.event.InputEvent.BUTTON1_DOWN_MASK);
			while (onDisk.get() == 0)
				LockSupport.parkNanos(STEP_NS);
			while (shown.window().overlay().painted() == paints.get())
				LockSupport.parkNanos(STEP_NS);
			final long end = System.nanoTime();
			if (i >= 0) {
				disk[i] = (onDisk.get() - start) / 1e6;
				paint[i] = (end - start) / 1e6;
			}
			Thread.sleep(120);
		}
		print("click to journal", disk);
		print("click to painted", paint);
		flights(shown);
		shown.desk().done();
		shown.awaitEnd();
		System.exit(0);
	}

	/** From choosing a query to its outline at rest in its best view. */
	private static void flights(final ShownBdv shown) throws Exception {
		final int n = Math.min(20, shown.session().items().size());
		final double[] flights = new double[n];
		for (int i = 0; i < n; i++) {
			shown.session().select((i + 1) % n);
			final long start = System.nanoTime();
			shown.awaitCurrent();
			flights[i] = (System.nanoTime() - start) / 1e6;
		}
		print("flight and outline", flights);
	}

	private static void print(final String what, final double[] ms) {
		Arrays.sort(ms);
		System.out.printf(
			"%s: median %.1f ms, 95 %% below %.1f ms, longest %.1f ms%n", what,
			ms[ms.length / 2], ms[(int) (0.95 * (ms.length - 1))], ms[ms.length - 1]);
	}
}
