
package org.twostream.loop;

/**
 * Keys of {@code export}; "" means the default.
 *
 * @param format tsv, results, roi-manager, mobie, neuroglancer, meshes or
 *          ome-zarr
 * @param rois number of the ROI set, default the newest
 * @param include answered or all: which ROIs; mobie and ome-zarr always have
 *          all
 * @param filter comparisons of columns of the ROI table that ROIs must fulfil,
 *          default none; not of mobie and ome-zarr
 * @param until only what was recorded by this instant counts, default all
 * @param limit most ROIs of roi-manager, at least 1
 * @param errorNm how far surfaces of meshes may be off when they are thinned
 *          out; 0 for half of a voxel's longest edge
 */
public record ExportOptions(String format, String rois, String include,
		String filter, String until, int limit, double errorNm, Compute compute) {
}
