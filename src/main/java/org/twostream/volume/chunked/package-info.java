/**
 * Chunked stores: folders of small compressed files in the N5, Zarr v2 and Zarr
 * v3 formats, read and written by many threads at once. In: a folder; out:
 * {@link org.twostream.volume.chunked.ChunkedWriter} and
 * {@link org.twostream.volume.chunked.ChunkedStore} for volumes (OME-Zarr
 * metadata, voxel size in nm),
 * {@link org.twostream.volume.chunked.ChunkedArray} for arrays of any rank.
 * Array indices are in C order, last axis fastest, for all three formats; N5,
 * which names its axes fastest first, is turned round on reading.
 * docs/format/volumes.md says what is covered.
 */

package org.twostream.volume.chunked;
