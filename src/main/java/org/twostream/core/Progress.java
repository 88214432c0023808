
package org.twostream.core;

/**
 * Where long work says how far it is and asks whether to stop. Implementations
 * are thread-safe; {@link #report} may be called from any worker thread, as
 * often as convenient.
 */
public interface Progress {

	/** Says nothing, never cancels. */
	Progress NONE = new Progress() {

		@Override
		public void report(final double fraction, final String message) {
			// nobody listens
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	};

	/**
	 * @param fraction done, 0..1
	 * @param message what is being done, short, without numbers that repeat the
	 *          fraction
	 */
	void report(double fraction, String message);

	/** Whether the user asked to stop. */
	boolean cancelled();

	/**
	 * Called between units of work.
	 *
	 * @throws Cancelled if the user asked to stop
	 */
	default void check() {
		if (cancelled()) throw new Cancelled();
	}

	/** A part of this progress: its 0..1 is from..to of this one. */
	default Progress part(final double from, final double to) {
		final Progress whole = this;
		return new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				whole.report(from + (to - from) * fraction, message);
			}

			@Override
			public boolean cancelled() {
				return whole.cancelled();
			}
		};
	}
}
