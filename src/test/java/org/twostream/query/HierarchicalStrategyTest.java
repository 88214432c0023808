
package org.twostream.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;

/**
 * Cases small enough to work out by hand: ROIs on a line of masks and a line of
 * images.
 */
class HierarchicalStrategyTest {

	private static Matrix column(final float... values) {
		final float[][] rows = new float[values.length][];
		for (int i = 0; i < values.length; i++)
			rows[i] = new float[] { values[i] };
		return new Matrix(rows, 1);
	}

	// Mask 0 or 100. In mask 0 images near 0 (three), 50 (two), in mask 100
	// images near 0 (two), 70 (three): an image of 0 means two different things.
	private static final Embeddings TEN = new Embeddings(column(0, 0, 0, 0, 0,
		100, 100, 100, 100, 100), column(0, 1, 2.5f, 50, 51, 0, 1, 70, 71, 73));

	private static Suggestion suggest(final Embeddings embeddings,
		final Set<Integer> asked, final Budget budget)
	{
		return Strategies.named("hierarchical").suggest(new QueryRequest(embeddings,
			asked, budget, new Seed(1), 2), Progress.NONE);
	}

	private static Set<Integer> rows(final Suggestion suggestion) {
		return suggestion.queries().stream().map(Query::roi).collect(Collectors
			.toSet());
	}

	@Test
	void splitsMasksFirstAndImagesInsideThem() {
		final Suggestion s = suggest(TEN, Set.of(), new Budget(4, 2, 2, 1));
		// Middles 1.17, 50.5 (tie: the first), 0.5 (the first), 71.33
		assertEquals(Set.of(1, 3, 5, 8), rows(s));
		final int[] cluster = s.places().stream().mapToInt(Place::cluster)
			.toArray();
		assertEquals(cluster[0], cluster[2]);
		assertEquals(cluster[3], cluster[4]);
		assertEquals(cluster[5], cluster[6]);
		assertEquals(cluster[7], cluster[9]);
		assertEquals(4, java.util.Arrays.stream(cluster).distinct().count());
		assertTrue(cluster[0] != cluster[5], "same image, other mask");
		assertEquals(8, s.places().get(9).representative());
		assertEquals(73 - 214 / 3.0, s.places().get(9).distance(), 1e-4);
		assertTrue(s.queries().get(0).why().startsWith("One of 1 asked of 3 "), s
			.queries().get(0).why());
	}

	@Test
	void aRestOfTheBudgetGoesToTheLargestCluster() {
		// two clusters of three are largest; the sixth query goes to the first
		final Suggestion s = suggest(TEN, Set.of(), new Budget(6, 2, 2, 1));
		final int[] perCluster = new int[4];
		for (final Query q : s.queries())
			perCluster[q.place().cluster()]++;
		final int[] size = new int[4];
		for (final Place p : s.places())
			size[p.cluster()]++;
		for (int c = 0; c < 4; c++)
			assertEquals(size[c] == 3 ? 2 : 1, perCluster[c]);
	}

	@Test
	void whatIsAskedAlreadyMakesRoomForItsNeighbours() {
		final Suggestion s = suggest(TEN, Set.of(1, 3, 5, 8), new Budget(4, 2, 2,
			1));
		assertTrue(rows(s).containsAll(Set.of(4, 6)), "the only ones left there");
		assertEquals(4, rows(s).size());
	}

	@Test
	void crowdedClustersAskOnlyFarFromWhatIsAsked() {
		// One cluster; 0, 1, 2 are asked, more than the share of no full round
		// (3 of a budget of 4), so of 30 candidates only the farthest 6 are open.
		final float[] images = new float[33];
		for (int i = 0; i < 33; i++)
			images[i] = i;
		final Suggestion s = suggest(new Embeddings(column(new float[33]), column(
			images)), Set.of(0, 1, 2), new Budget(4, 1, 1, 4));
		assertEquals(4, rows(s).size());
		assertTrue(rows(s).stream().allMatch(roi -> roi >= 27), rows(s).toString());
	}

	@Test
	void theFarRuleKeepsAsManyAsAreNeeded() {
		final float[] images = new float[13];
		for (int i = 0; i < 13; i++)
			images[i] = i;
		final Suggestion s = suggest(new Embeddings(column(new float[13]), column(
			images)), Set.of(0), new Budget(4, 1, 1, 4));
		assertEquals(Set.of(9, 10, 11, 12), rows(s));
	}

	@Test
	void aSecondRoundOfAFullFirstIsNotCrowded() {
		// 4 asked of a budget of 4: one round, its share held, all are candidates.
		final float[] images = new float[40];
		for (int i = 0; i < 40; i++)
			images[i] = i;
		final Suggestion s = suggest(new Embeddings(column(new float[40]), column(
			images)), Set.of(0, 1, 2, 3), new Budget(4, 1, 1, 4));
		assertTrue(rows(s).stream().anyMatch(roi -> roi < 20), rows(s).toString());
	}

	@Test
	void imageClustersAreNotMadeAcrossMasks() {
		final Suggestion s = suggest(TEN, Set.of(), new Budget(4, 2, 2, 1));
		final Set<Integer> masks = IntStream.range(0, 5).mapToObj(i -> s.places()
			.get(i).maskCluster()).collect(Collectors.toSet());
		assertEquals(1, masks.size());
	}
}
