/**
 * Multi-page TIFF files as volumes: pages are sections. In: a file; out: an
 * {@link org.twostream.volume.EmVolume} from
 * {@link org.twostream.volume.tiff.TiffStore}. Grey values of 8, 16, 32 or 64
 * bits, TIFF and BigTIFF, strips and tiles, uncompressed, deflate, LZW and
 * PackBits; voxel size from ImageJ's or OME's description. Only the parts that
 * a box needs are decoded, and the last of them are kept.
 * {@link org.twostream.volume.tiff.TiffWriter} writes page by page what ImageJ
 * reads. Source of the format: TIFF Revision 6.0, Adobe 1992, and the BigTIFF
 * design of libtiff.
 */

package org.twostream.volume.tiff;
