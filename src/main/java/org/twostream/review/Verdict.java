
package org.twostream.review;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.core.Json;
import org.twostream.core.UserError;

/**
 * One event of a journal: an answer, or the undoing of an earlier event. To
 * redo is to undo the undoing. Nothing in a journal is ever changed.
 *
 * @param uuid of this event, unique everywhere
 * @param anchor the ROI
 * @param answer what was answered; of an undoing, what is undone
 * @param reason in the annotator's words, may be empty
 * @param annotator name
 * @param time UTC, when it was recorded
 * @param batch number of the queries, such as "001"; empty where it was not
 *          asked for
 * @param model what made the queries, such as "encoders/001"; may be empty
 * @param millisShown milliseconds from showing the ROI to the answer; -1 if not
 *          known
 * @param undoes uuid of the event that this one undoes, empty for an answer
 * @param purpose why it was asked
 * @param action the same for all events of one action of the annotator, such as
 *          a run of tiles answered at once: they are undone together
 * @param find where a missed object was marked; empty for every other purpose
 */
public record Verdict(String uuid, Anchor anchor, Answer answer, String reason,
		String annotator, Instant time, String batch, String model,
		long millisShown, String undoes, Purpose purpose, String action,
		Optional<Find> find) {

	/** Whether this event takes back another. */
	public boolean isUndo() {
		return !undoes.isEmpty();
	}

	/** The same about another ROI, such as the one that is this one now. */
	public Verdict about(final Anchor other) {
		return new Verdict(uuid, other, answer, reason, annotator, time, batch,
			model, millisShown, undoes, purpose, action, find);
	}

	/** One line of a journal, without the line break. */
	String line() {
		final Json json = new Json().put("event", isUndo() ? "undo" : "verdict")
			.put("uuid", uuid).put("answer", answer.text()).put("annotator",
				annotator).put("time", time.toString()).put("reason", reason).put(
					"batch", batch).put("model", model).put("shown_ms", millisShown).put(
						"undoes", undoes).put("purpose", purpose.text()).put("action",
							action);
		find.ifPresent(f -> json.put("find", f.json()));
		return json.put("anchor", anchor.json()).line();
	}

	/**
	 * @throws UserError if the line is not a whole event
	 */
	static Verdict parse(final String line, final String whence) {
		final Json json = Json.parse(line, whence);
		try {
			return new Verdict(json.string("uuid"), Anchor.of(json.object("anchor")),
				Answer.parse(json.string("answer")), json.string("reason", ""), json
					.string("annotator"), Instant.parse(json.string("time")), json.string(
						"batch", ""), json.string("model", ""), (long) json.number(
							"shown_ms", -1), json.string("undoes", ""), Purpose.parse(json
								.string("purpose", Purpose.QUERY.text())), json.string("action",
									json.string("uuid")), json.has("find") ? Optional.of(Find.of(
										json.object("find"))) : Optional.empty());
		}
		catch (final DateTimeException | IllegalArgumentException
				| IllegalStateException | UnsupportedOperationException e)
		{
			throw new UserError(whence + " is damaged (" + e.getMessage() +
				"); restore it from a copy.", e);
		}
	}
}
