
package org.twostream.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;

/**
 * Windows at random places of a volume, with what a network said of them before
 * it was changed: probabilities, to 1 / 255. Thread-safe.
 */
final class OldPredictions {

	/** Draws after which a window is taken where it is. */
	private static final int MOST_DRAWS = 20;

	private final VoxelSource raw;
	private final Box volume;
	private final WindowSize window;
	private final List<Box> places = new ArrayList<>();
	private final List<byte[]> probabilities = new ArrayList<>();

	/**
	 * @param model of the network as it is now
	 * @param avoided boxes that the windows' middles should not lie in
	 * @param count windows
	 */
	OldPredictions(final WindowModel model, final VoxelSource raw,
		final Box volume, final WindowSize window, final List<Box> avoided,
		final int count, final Seed seed, final Progress progress)
	{
		this.raw = raw;
		this.volume = volume;
		this.window = window;
		for (int i = 0; i < count; i++) {
			progress.check();
			final Box at = place(seed.of(i).random(), avoided);
			final float[] said = model.predict(List.of(Mirror.read(raw, volume, at)))
				.get(0);
			final byte[] bytes = new byte[said.length];
			for (int v = 0; v < bytes.length; v++)
				bytes[v] = (byte) Math.round(said[v] * 255);
			places.add(at);
			probabilities.add(bytes);
			progress.report((i + 1.) / count, "Noting old predictions");
		}
	}

	private Box place(final SplittableRandom random, final List<Box> avoided) {
		Box at = window.centredOn(volume);
		for (int draw = 0; draw < MOST_DRAWS; draw++) {
			final long x = volume.xMin() + random.nextLong(volume.xSize());
			final long y = volume.yMin() + random.nextLong(volume.ySize());
			final long z = volume.zMin() + random.nextLong(volume.zSize());
			at = window.centredOn(new Box(x, y, z, x + 1, y + 1, z + 1));
			if (avoided.stream().noneMatch(b -> b.contains(x, y, z))) break;
		}
		return at;
	}

	/** The k-th window, over and over. */
	Sample sample(final long k) {
		final int i = (int) (k % places.size());
		final byte[] bytes = probabilities.get(i);
		final float[] target = new float[bytes.length];
		for (int v = 0; v < target.length; v++)
			target[v] = (bytes[v] & 0xFF) / 255f;
		return new Sample(window, Mirror.read(raw, volume, places.get(i)), target);
	}
}
