/**
 * HDF5 files as volumes, chunk by chunk, in the layout of the CREMI challenge
 * (https://cremi.org/data): {@code volumes/raw}, {@code volumes/labels/clefts},
 * attribute {@code resolution} (z, y, x in nm), id 2^64-1 for "no object". In:
 * a file and the path of a dataset; out: an
 * {@link org.twostream.volume.EmVolume} from
 * {@link org.twostream.volume.hdf5.Hdf5Store}. Reads only.
 */

package org.twostream.volume.hdf5;
