
package org.twostream.loop;

/**
 * Keys of {@code apply}.
 *
 * @param queries number of the batch whose clusters spread the answers, default
 *          the newest
 */
public record ApplyOptions(String queries, Compute compute) {
}
