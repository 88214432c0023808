
package org.twostream.segment;

/** Endless mini-batches, each known by its number alone. Thread-safe. */
@FunctionalInterface
public interface BatchSource {

	/**
	 * @param index 0, 1, ...: the step that learns from it
	 * @return the same numbers for the same index, on every thread
	 */
	Batch batch(long index);
}
