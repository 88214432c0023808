
package org.twostream.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.query.cluster.Blobs;

class SuggestionTablesTest {

	@TempDir
	Path folder;

	private static Suggestion suggestion(final String strategy,
		final int budget)
	{
		return Strategies.named(strategy).suggest(new QueryRequest(new Embeddings(
			Blobs.of(60, 3, 4, 5, 1), Blobs.of(60, 4, 5, 5, 2)), Set.of(), new Budget(
				budget, 2, 2, 3), new Seed(1), 2), Progress.NONE);
	}

	private Path queries() {
		return folder.resolve("001.tsv");
	}

	private Path clusters() {
		return folder.resolve("001.clusters.tsv");
	}

	@ParameterizedTest
	@ValueSource(strings = { "hierarchical", "random", "late-fusion" })
	void readsWhatItWrote(final String strategy) {
		// ids with gaps and not ascending
		final long[] ids = LongStream.range(0, 60).map(i -> (i * 37 % 61 + 1) * 10)
			.toArray();
		for (final int budget : new int[] { 12, 100 }) {
			final Suggestion s = suggestion(strategy, budget);
			SuggestionTables.write(s, ids, queries(), clusters());
			assertEquals(s, SuggestionTables.read(ids, queries(), clusters()));
		}
	}

	@Test
	void refusesTablesOfOtherRois() throws Exception {
		final long[] ids = LongStream.rangeClosed(1, 60).toArray();
		SuggestionTables.write(suggestion("hierarchical", 12), ids, queries(),
			clusters());
		assertThrows(UserError.class, () -> SuggestionTables.read(LongStream
			.rangeClosed(1, 59).toArray(), queries(), clusters()));
		assertThrows(UserError.class, () -> SuggestionTables.read(LongStream
			.rangeClosed(2, 61).toArray(), queries(), clusters()));
		final String text = Files.readString(clusters());
		Files.writeString(clusters(), text.replaceFirst("\n2\t", "\n1\t"));
		assertTrue(assertThrows(UserError.class, () -> SuggestionTables.read(ids,
			queries(), clusters())).getMessage().contains("twice"));
	}
}
