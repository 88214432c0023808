
package org.twostream.review.page;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.twostream.core.Seed;

/** In which order pages show the items of a review. Immutable. */
public final class PageOrder {

	private final int[] items;
	private final int[] positions;

	private PageOrder(final int[] items) {
		this.items = items;
		positions = new int[items.length];
		for (int i = 0; i < items.length; i++)
			positions[items[i]] = i;
	}

	/** As suggested: by cluster, then by distance to its centre. */
	public static PageOrder clustered(final int items) {
		return new PageOrder(IntStream.range(0, items).toArray());
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
		return new PageOrder(order);
	}

	/** Number of items. */
	public int size() {
		return items.length;
	}

	/** The item at a position. */
	public int item(final int position) {
		return items[position];
	}

	/** Where an item stands. */
	public int position(final int item) {
		return positions[item];
	}
}
