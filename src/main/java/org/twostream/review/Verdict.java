
package org.twostream.review;

import java.time.DateTimeException;
import java.time.Instant;

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
 */
public record Verdict(String uuid, Anchor anchor, Answer answer, String reason,
		String annotator, Instant time, String batch, String model,
		long millisShown, String undoes) {

	/** Whether this event takes back another. */
	public boolean isUndo() {
		return !undoes.isEmpty();
	}

	/** One line of a journal, without the line break. */
	String line() {
		return new Json().put("event", isUndo() ? "undo" : "verdict").put("uuid",
			uuid).put("answer", answer.text()).put("annotator", annotator).put("time",
				time.toString()).put("reason", reason).put("batch", batch).put("model",
					model).put("shown_ms", millisShown).put("undoes", undoes).put(
						"anchor", anchor.json()).line();
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
							"shown_ms", -1), json.string("undoes", ""));
		}
		catch (final DateTimeException | IllegalArgumentException
				| IllegalStateException | UnsupportedOperationException e)
		{
			throw new UserError(whence + " is damaged (" + e.getMessage() +
				"); restore it from a copy.", e);
		}
	}
}
