
package org.twostream.review.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.twostream.core.Answer;
import org.twostream.review.Anchor;
import org.twostream.review.CarryOver;
import org.twostream.review.Fate;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;

/**
 * The answers that hold, by row, as one annotator may see them: the annotator's
 * own. Thread-safe for one writer.
 */
final class SessionAnswers {

	/**
	 * Checks and adjudications are answered beside the annotator's own answer.
	 */
	private record Aside(int row, Purpose purpose) {
	}

	private final Map<Integer, Answer> own = new ConcurrentHashMap<>();
	private final Map<Aside, Answer> asides = new ConcurrentHashMap<>();
	private final List<Verdict> missed = new CopyOnWriteArrayList<>();

	private SessionAnswers() {}

	/** Of all journals. */
	static SessionAnswers of(final Verdicts verdicts, final ReviewContext context,
		final String annotator)
	{
		final SessionAnswers answers = new SessionAnswers();
		final List<Verdict> regular = new ArrayList<>();
		for (final Verdict v : verdicts.current())
			if (v.purpose() == Purpose.MISSED || v.purpose() == Purpose.QUERY) regular
				.add(v);
		final CarryOver carried = CarryOver.of(regular, context.table());
		for (final Fate f : carried.fates())
			if (f.kind() == Fate.Kind.MISSED) answers.missed.addAll(f.verdicts());
		carried.byRow().forEach((row, list) -> {
			for (final Verdict v : list)
				if (v.annotator().equals(annotator)) answers.own.put(row, v.answer());
		});
		for (final Verdict v : verdicts.standing())
			if (isAside(v.purpose()) && v.annotator().equals(annotator) && v.batch()
				.equals(context.batch())) context.table().row(v.anchor().roi())
					.ifPresent(row -> answers.asides.put(new Aside(row, v.purpose()), v
						.answer()));
		return answers;
	}

	private static boolean isAside(final Purpose purpose) {
		return purpose.isCheck() || purpose == Purpose.ADJUDICATION;
	}

	/** One more of the annotator's own. */
	void add(final int row, final Verdict v) {
		if (isAside(v.purpose())) asides.put(new Aside(row, v.purpose()), v
			.answer());
		else own.put(row, v.answer());
	}

	/** Whether the annotator marked this very object before. */
	boolean hasMissed(final Anchor anchor, final String annotator) {
		return missed.stream().anyMatch(v -> v.annotator().equals(annotator) && v
			.anchor().key().equals(anchor.key()));
	}

	/** One more place. */
	void addMissed(final Verdict v) {
		missed.add(v);
	}

	Optional<Answer> of(final ReviewItem item) {
		return Optional.ofNullable(isAside(item.purpose()) ? asides.get(new Aside(
			item.row(), item.purpose())) : own.get(item.row()));
	}

	Optional<Answer> ofRow(final int row) {
		return Optional.ofNullable(own.get(row));
	}

	List<Verdict> missed() {
		return missed;
	}

	/** Rows whose answers differ between this and another state. */
	Set<Integer> difference(final SessionAnswers other) {
		final Set<Integer> rows = new java.util.TreeSet<>();
		collect(own, other.own, rows);
		collect(other.own, own, rows);
		asides.forEach((k, v) -> {
			if (v != other.asides.get(k)) rows.add(k.row());
		});
		other.asides.forEach((k, v) -> {
			if (v != asides.get(k)) rows.add(k.row());
		});
		return rows;
	}

	private static void collect(final Map<Integer, Answer> a,
		final Map<Integer, Answer> b, final Set<Integer> rows)
	{
		a.forEach((row, answer) -> {
			if (answer != b.get(row)) rows.add(row);
		});
	}
}
