
package org.twostream.review.page;

import java.util.List;

/**
 * How many tiles a page holds.
 *
 * @param columns 1 or more
 * @param rows 1 or more
 */
public record PageGrid(int columns, int rows) {

	/** Ten by ten, as in Lin et al., ECCV 2020, supplement S-2. */
	public static final PageGrid USUAL = new PageGrid(10, 10);

	private static final List<PageGrid> STEPS = List.of(new PageGrid(1, 1),
		new PageGrid(2, 2), new PageGrid(3, 3), new PageGrid(5, 5), new PageGrid(7,
			7), USUAL, new PageGrid(14, 14), new PageGrid(20, 20));

	/**
	 * @throws IllegalArgumentException if it holds no tile
	 */
	public PageGrid {
		if (columns < 1 || rows < 1) throw new IllegalArgumentException(columns +
			" x " + rows + " tiles");
	}

	/** Tiles on a full page. */
	public int size() {
		return columns * rows;
	}

	/** The next grid with more, smaller tiles; itself if there is none. */
	public PageGrid finer() {
		return STEPS.stream().filter(g -> g.size() > size()).findFirst().orElse(
			this);
	}

	/** The next grid with fewer, larger tiles; itself if there is none. */
	public PageGrid coarser() {
		return STEPS.stream().filter(g -> g.size() < size()).reduce((a, b) -> b)
			.orElse(this);
	}
}
