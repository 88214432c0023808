
package org.twostream.core;

/**
 * Thrown out of long work after its {@link Progress} was cancelled. What was
 * finished before is whole on disk, and the same step resumes from there.
 */
public class Cancelled extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public Cancelled() {
		super("Cancelled; run the same step again to go on from here.");
	}
}
