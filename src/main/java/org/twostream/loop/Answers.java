
package org.twostream.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.twostream.core.Answer;
import org.twostream.review.Anchor;
import org.twostream.review.Consensus;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;

/**
 * What all journals of a project say of one ROI set: the verdicts whose box and
 * mask are those of an ROI, whichever proposal they were given for.
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
		final Map<Anchor.Key, Integer> rows = new HashMap<>();
		for (int i = 0; i < rois.table().size(); i++)
			rows.put(Anchor.of(rois.table().get(i), rois.id()).key(), i);
		final Map<Integer, List<Verdict>> verdicts = new TreeMap<>();
		final Map<String, Boolean> seen = new HashMap<>();
		for (final Verdict v : Verdicts.read(journals(rois.project())).current()) {
			final Integer row = rows.get(v.anchor().key());
			if (row != null && seen.computeIfAbsent(v.batch(), rois.project()::sees))
				verdicts.computeIfAbsent(row, r -> new ArrayList<>()).add(v);
		}
		return new Answers(Consensus.of(verdicts).answers(), new TreeSet<>(verdicts
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
