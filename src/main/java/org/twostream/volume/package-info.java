/**
 * Volumes that are read and written box by box, whatever file they lie in. In:
 * a {@link org.twostream.volume.VolumeUri}; out: an
 * {@link org.twostream.volume.EmVolume} or
 * {@link org.twostream.volume.VolumeWriter}. Files are (z, y, x), boxes and
 * arrays x fastest. Start at {@link org.twostream.volume.VolumeStores}.
 */

package org.twostream.volume;
