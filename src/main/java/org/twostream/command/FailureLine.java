
package org.twostream.command;

import java.io.PrintStream;

import org.twostream.core.Cancelled;
import org.twostream.core.UserError;

/**
 * The one line on standard error that every failure leaves, whatever the door:
 * ImageJ exits with 0 also after a failed macro, so batch jobs look for it.
 */
final class FailureLine {

	private static final String MARK = "TwoStream: FAILED: ";

	private FailureLine() {}

	/** The line, without its end. */
	static String of(final Throwable failure) {
		return MARK + sentence(failure).replaceAll("\\s*\\R\\s*", " ");
	}

	/** What was wrong and what to do. */
	static String sentence(final Throwable failure) {
		return failure instanceof UserError || failure instanceof Cancelled
			? failure.getMessage() : failure +
				"; this is an error of TwoStream, please report it with the output of Check Engine...";
	}

	static void print(final Throwable failure, final PrintStream err) {
		err.println(of(failure));
	}

	/** To standard error, which Fiji shows in its Console too. */
	static void print(final Throwable failure) {
		print(failure, System.err);
	}
}
