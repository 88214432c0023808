/**
 * Volumes through the N5 library, for what our own readers do not open: remote
 * stores (http, https, s3, gs) and formats and compressions that only it knows.
 * In: a {@link org.twostream.volume.VolumeUri}; out: an
 * {@link org.twostream.volume.EmVolume} from
 * {@link org.twostream.volume.n5.N5Store}. Reads only. Part of the profile
 * fiji.
 */

package org.twostream.volume.n5;
