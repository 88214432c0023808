
package org.twostream.volume.chunked;

/** The folder formats that can be written; all are read. */
public enum ChunkedFormat {
		/** Zarr version 2, with OME-Zarr 0.4 metadata: the default. */
		ZARR2,
		/** Zarr version 3, with OME-Zarr 0.5 metadata. */
		ZARR3,
		/** N5. */
		N5
}
