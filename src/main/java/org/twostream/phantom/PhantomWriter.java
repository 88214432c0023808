
package org.twostream.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.twostream.core.Box;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;

/**
 * Streams a phantom into volumes, a slab of chunks per unit of work. Each
 * thread holds one slab.
 */
final class PhantomWriter {

	/** Voxels of one unit of work, about. */
	private static final long UNIT = 1 << 21;

	private final Phantom phantom;
	private final int threads;

	PhantomWriter(final Phantom phantom, final int threads) {
		this.phantom = phantom;
		this.threads = Math.max(1, threads);
	}

	void writeRaw(final VolumeWriter writer, final Progress progress) {
		run(writer, progress, "phantom: grey values", box -> {
			final byte[] voxels = new byte[box.arrayLength()];
			phantom.raw(box, voxels);
			writer.write(0, box, voxels);
		});
	}

	void writeLabels(final Target target, final VolumeWriter writer,
		final Progress progress)
	{
		run(writer, progress, "phantom: truth", box -> {
			final long[] ids = new long[box.arrayLength()];
			phantom.labels(target, box, ids);
			writer.write(0, box, ids);
		});
	}

	@FunctionalInterface
	private interface Unit {

		void write(Box box);
	}

	private void run(final VolumeWriter writer, final Progress progress,
		final String what, final Unit unit)
	{
		final List<Box> boxes = boxes(writer.info());
		final AtomicLong next = new AtomicLong();
		final AtomicLong done = new AtomicLong();
		final ExecutorService pool = Executors.newFixedThreadPool(threads);
		try {
			final List<Future<?>> futures = new ArrayList<>();
			for (int t = 0; t < threads; t++)
				futures.add(pool.submit(() -> {
					for (long n = next.getAndIncrement(); n < boxes.size(); n = next
						.getAndIncrement())
					{
						progress.check();
						unit.write(boxes.get((int) n));
						progress.report(done.incrementAndGet() / (double) boxes.size(),
							what);
					}
				}));
			for (final Future<?> future : futures)
				future.get();
		}
		catch (final ExecutionException e) {
			// Others stop at their next unit.
			next.set(boxes.size());
			if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e
				.getCause();
			throw new IllegalStateException(e.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Cancelled();
		}
		finally {
			next.set(boxes.size());
			pool.shutdown();
		}
	}

	/** Boxes of whole chunks: few in number, each of about a unit's size. */
	private List<Box> boxes(final VolumeInfo info) {
		final Box all = phantom.box();
		if (!all.equals(info.box())) throw new IllegalArgumentException(
			"The phantom is " + all + ", the volume to write " + info.box());
		final long zStep = info.zChunk();
		final long yStep = times(info.yChunk(), UNIT / ((double) info.xChunk() *
			zStep), all.ySize());
		final long xStep = times(info.xChunk(), UNIT / ((double) yStep * zStep), all
			.xSize());
		final List<Box> boxes = new ArrayList<>();
		for (long z = 0; z < all.zSize(); z += zStep)
			for (long y = 0; y < all.ySize(); y += yStep)
				for (long x = 0; x < all.xSize(); x += xStep)
					boxes.add(new Box(x, y, z, x + xStep, y + yStep, z + zStep).intersect(
						all));
		return boxes;
	}

	/** A multiple of the chunk near half of what is wanted. */
	private static long times(final long chunk, final double wanted,
		final long size)
	{
		final double most = Math.min(Math.sqrt(wanted * chunk), size);
		return chunk * Math.max(1, Math.round(most / chunk));
	}
}
