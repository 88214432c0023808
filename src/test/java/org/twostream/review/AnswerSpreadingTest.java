
package org.twostream.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.UserError;
import org.twostream.query.Place;

class AnswerSpreadingTest {

	private static List<Place> clusters(final int... clusters) {
		return IntStream.of(clusters).mapToObj(c -> new Place(c, c, c, -1, 0))
			.toList();
	}

	private static List<Answer> answers(final List<Decision> decisions) {
		return decisions.stream().map(Decision::answer).toList();
	}

	@Test
	void othersTakeTheMajorityOfTheirCluster() {
		final List<Decision> d = AnswerSpreading.spread(clusters(0, 0, 0, 0, 1, 1),
			Map.of(0, Answer.FALSE, 1, Answer.FALSE, 2, Answer.TRUE));
		assertEquals(List.of(Answer.FALSE, Answer.FALSE, Answer.TRUE, Answer.FALSE,
			Answer.TRUE, Answer.TRUE), answers(d));
		assertEquals(List.of(0.0, 0.0, 1.0, 0.4, 0.5, 0.5), d.stream().map(
			Decision::probability).toList());
		assertEquals(Decision.Source.VERDICT, d.get(2).source());
		assertEquals(Decision.Source.CLUSTER, d.get(3).source());
		assertEquals(Decision.Source.DEFAULT, d.get(4).source());
	}

	@Test
	void unsureCastsNoVoteAndStaysUnsure() {
		final List<Decision> d = AnswerSpreading.spread(clusters(0, 0, 0, 0), Map
			.of(0, Answer.UNSURE, 1, Answer.UNSURE, 2, Answer.FALSE));
		assertEquals(List.of(Answer.UNSURE, Answer.UNSURE, Answer.FALSE,
			Answer.FALSE), answers(d));
		assertEquals(1 / 3.0, d.get(0).probability(), 1e-12);
		assertTrue(d.get(0).keeps());
		assertFalse(d.get(3).keeps());
	}

	@Test
	void aTieKeepsTrue() {
		final List<Decision> d = AnswerSpreading.spread(clusters(0, 0, 0), Map.of(0,
			Answer.TRUE, 1, Answer.FALSE));
		assertEquals(new Decision(2, Answer.TRUE, 0.5, Decision.Source.DEFAULT), d
			.get(2));
	}

	@Test
	void withoutClustersTheUnaskedStayTrue() {
		final List<Decision> d = AnswerSpreading.spread(clusters(-1, -1, -1), Map
			.of(1, Answer.FALSE));
		assertEquals(List.of(Answer.TRUE, Answer.FALSE, Answer.TRUE), answers(d));
		assertEquals(Decision.Source.DEFAULT, d.get(0).source());
	}

	@Test
	void nothingAskedIsAllTrue() {
		assertTrue(AnswerSpreading.spread(clusters(0, 1), Map.of()).stream()
			.allMatch(Decision::keeps));
		assertTrue(AnswerSpreading.spread(List.of(), Map.of()).isEmpty());
	}

	@Test
	void theTableReadsBack(@TempDir final Path folder) throws Exception {
		final List<Decision> d = AnswerSpreading.spread(clusters(0, 0, 0, 1, 1), Map
			.of(0, Answer.FALSE, 3, Answer.UNSURE, 1, Answer.FALSE));
		final Path file = folder.resolve("decisions.tsv");
		final long[] ids = { 10, 4, 30, 7, 9 };
		DecisionTable.write(d, ids, file);
		assertEquals(d, DecisionTable.read(ids, file));
		assertThrows(UserError.class, () -> DecisionTable.read(new long[] { 1 },
			file));
		Files.writeString(file, Files.readString(file).replace("cluster", "guess"));
		assertThrows(UserError.class, () -> DecisionTable.read(ids, file));
	}
}
