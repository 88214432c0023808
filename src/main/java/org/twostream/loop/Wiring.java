
package org.twostream.loop;

import org.twostream.volume.VolumeStores;

/**
 * What the outermost layer puts in.
 *
 * @param stores the kinds of volume that can be opened
 */
public record Wiring(VolumeStores stores) {
}
