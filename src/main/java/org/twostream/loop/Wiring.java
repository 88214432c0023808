
package org.twostream.loop;

import java.util.function.Function;

import org.twostream.review.session.Reviewer;
import org.twostream.volume.VolumeStores;

/**
 * What the outermost layer puts in.
 *
 * @param stores the kinds of volume that can be opened
 * @param windows reviewers with a window by name, such as page; refuses a name
 *          that it does not know
 */
public record Wiring(VolumeStores stores, Function<String, Reviewer> windows) {
}
