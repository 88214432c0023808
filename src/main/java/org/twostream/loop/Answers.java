
package org.twostream.loop;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.twostream.core.Answer;
import org.twostream.review.CarryOver;
import org.twostream.review.Consensus;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;

/**
 * What all journals of a project say of one ROI set, whichever proposal the
 * verdicts were given for: those of the same or nearly the same box are carried
 * over.
 *
 * @param byRow majority of the annotators; Unsure where nobody decided
 * @param asked rows with any verdict, ties among them
 */
record Answers(SortedMap<Integer, Answer> byRow, SortedSet<Integer> asked) {

	static final String FOLDER = "verdicts";

	static Path journals(final Project project) {
		return project.folder().resolve(FOLDER);
	}

	static Answers of(final RoiSet rois) {
		final Map<String, Boolean> seen = new HashMap<>();
		final List<Verdict> verdicts = Verdicts.read(journals(rois.project()))
			.current().stream().filter(v -> seen.computeIfAbsent(v.batch(), rois
				.project()::sees)).toList();
		final SortedMap<Integer, List<Verdict>> byRow = CarryOver.of(verdicts, rois
			.table()).byRow();
		return new Answers(Consensus.of(byRow).answers(), new TreeSet<>(byRow
			.keySet()));
	}

	/** Rows answered so, ascending. */
	int[] rows(final Answer answer) {
		return byRow.entrySet().stream().filter(e -> e.getValue() == answer)
			.mapToInt(Map.Entry::getKey).toArray();
	}

	/** A number that changes with any answer, for records of settings. */
	String fingerprint() {
		return asked.size() + "-" + Integer.toHexString(new TreeMap<>(byRow)
			.toString().hashCode());
	}
}
