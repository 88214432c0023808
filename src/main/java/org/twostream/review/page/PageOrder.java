
package org.twostream.review.page;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.twostream.core.Seed;

/** In which order pages show the items of a review. Immutable. */
public final class PageOrder {

	private final int[] items;
	private final int[] positions;

	/** @param all items there are, also those that it leaves out */
	private PageOrder(final int[] items, final int all) {
		this.items = items;
		positions = new int[all];
		Arrays.fill(positions, -1);
		for (int i = 0; i < items.length; i++)
			positions[items[i]] = i;
	}

	/** As suggested: by cluster, then by distance to its centre. */
	public static PageOrder clustered(final int items) {
		return new PageOrder(IntStream.range(0, items).toArray(), items);
	}

	/** At random, the same for the same seed. */
	public static PageOrder random(final int items, final Seed seed) {
		final int[] order = IntStream.range(0, items).toArray();
		final SplittableRandom random = seed.of("page order").random();
		for (int i = items - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1);
			final int item = order[i];
			order[i] = order[j];
			order[j] = item;
		}
		return new PageOrder(order, items);
	}

	/** The same order of these items alone. */
	public PageOrder among(final Set<Integer> some) {
		return new PageOrder(IntStream.of(items).filter(some::contains).toArray(),
			positions.length);
	}

	/** Whether it has the item. */
	public boolean contains(final int item) {
		return positions[item] >= 0;
	}

	/** Number of items. */
	public int size() {
		return items.length;
	}

	/** The item at a position. */
	public int item(final int position) {
		return items[position];
	}

	/** Where an item stands, which it must have. */
	public int position(final int item) {
		return positions[item];
	}
}
