
package org.twostream.phantom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everything in the tissue, made where it is asked for. Cubes are filled in an
 * order given by their parity along each axis: a cube knows what lies in its
 * neighbours of lower rank, so things keep apart, and yet a cube depends on a
 * few neighbours only and never on the order of asking. Thread-safe.
 */
final class Scene {

	/** Cubes kept; the oldest knowledge is made again when asked for. */
	private static final int KEPT = 4096;

	private record Place(long x, long y, long z) {
	}

	private final Map<Place, SceneCell> known = new ConcurrentHashMap<>();
	private final SceneCellBuilder.Factory factory;

	Scene(final SceneCellBuilder.Factory factory) {
		this.factory = factory;
	}

	/**
	 * All that may touch a box of tissue (nm), lower layers first.
	 *
	 * @param low smallest x, y, z
	 * @param high largest x, y, z
	 */
	List<Organelle> near(final double[] low, final double[] high) {
		final long[] from = new long[3];
		final long[] to = new long[3];
		for (int a = 0; a < 3; a++) {
			from[a] = (long) Math.floor((low[a] - SceneCell.EDGE / 2) /
				SceneCell.EDGE);
			to[a] = (long) Math.floor((high[a] + SceneCell.EDGE / 2) /
				SceneCell.EDGE);
		}
		final List<Organelle> found = new ArrayList<>();
		for (long z = from[2]; z <= to[2]; z++)
			for (long y = from[1]; y <= to[1]; y++)
				for (long x = from[0]; x <= to[0]; x++)
					for (final Organelle o : cell(x, y, z).organelles())
						if (touches(o.x(), o.reach(), low[0], high[0]) && touches(o.y(), o
							.reach(), low[1], high[1]) && touches(o.z(), o.reach(), low[2],
								high[2])) found.add(o);
		// A stable order, so that every box paints alike.
		found.sort(Comparator.comparingInt(Organelle::layer).thenComparingDouble(
			Organelle::x).thenComparingDouble(Organelle::y));
		return found;
	}

	private static boolean touches(final double centre, final double reach,
		final double low, final double high)
	{
		return centre + reach >= low && centre - reach <= high;
	}

	private SceneCell cell(final long x, final long y, final long z) {
		final Place place = new Place(x, y, z);
		final SceneCell old = known.get(place);
		if (old != null) return old;
		final List<Hull> taken = new ArrayList<>();
		final int rank = rank(x, y, z);
		for (long k = z - 1; k <= z + 1; k++)
			for (long j = y - 1; j <= y + 1; j++)
				for (long i = x - 1; i <= x + 1; i++)
					if (rank(i, j, k) < rank) taken.addAll(cell(i, j, k).hulls());
		final SceneCell made = factory.builder(x, y, z, taken).build();
		if (known.size() >= KEPT) known.clear();
		known.put(place, made);
		return made;
	}

	private static int rank(final long x, final long y, final long z) {
		return (int) (x & 1 | (y & 1) << 1 | (z & 1) << 2);
	}
}
