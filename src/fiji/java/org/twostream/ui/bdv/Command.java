
package org.twostream.ui.bdv;

/**
 * What keys do in the review, beside all that they do in BigDataViewer: of its
 * own keys none is taken. Names and keys stand in its keymap, where users may
 * change the keys.
 */
enum Command {

		TRUE("twostream answer true", "A", "True",
			"Accept: answer True to the query and go on to the next without an answer."),
		FALSE("twostream answer false", "R", "False",
			"Reject: answer False to the query and go on to the next without an answer."),
		UNSURE("twostream answer unsure", "Q", "Unsure",
			"Question: answer Unsure to the query and go on to the next without an answer."),
		NEXT("twostream next query", "E", "next query", "Fly to the next query."),
		PREVIOUS("twostream previous query", "W", "query before",
			"Fly to the query before."), CENTRE("twostream centre query", "C",
				"back to the query", "Fly back to the query."), UNDO("twostream undo",
					"ctrl Z", "undo", "Take back the last answer."), REDO(
						"twostream redo", "ctrl shift Z", "redo",
						"Bring back what was taken back last."), MISSED(
							"twostream mark missed", "L", "mark a lost object",
							"Lost object: mark the place under the mouse as an object that was not found."),
		TOGGLE("twostream toggle", "button1", "next answer of an object",
			"Give the ROI under the mouse its next answer: False, Unsure, True."),
		SELECT("twostream look at", "button3", "look at an object",
			"Go to the ROI under the mouse if it is a query.");

	private final String id;
	private final String trigger;
	private final String brief;
	private final String text;

	Command(final String id, final String trigger, final String brief,
		final String text)
	{
		this.id = id;
		this.trigger = trigger;
		this.brief = brief;
		this.text = text;
	}

	/** Its name in the keymap. */
	String id() {
		return id;
	}

	/** The key or button that it has unless the user's keymap says otherwise. */
	String trigger() {
		return trigger;
	}

	/** Some words. */
	String brief() {
		return brief;
	}

	/** A sentence. */
	String text() {
		return text;
	}
}
