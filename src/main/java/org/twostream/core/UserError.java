
package org.twostream.core;

/**
 * A refusal: the user's input, files or machine do not allow the work. The
 * message is one sentence that says what was wrong, the value found and what to
 * do. In the shell it is printed alone and the exit code is 2; any other
 * exception is a failure of ours and exits with 1.
 */
public class UserError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public UserError(final String message) {
		super(message);
	}

	public UserError(final String message, final Throwable cause) {
		super(message, cause);
	}
}
