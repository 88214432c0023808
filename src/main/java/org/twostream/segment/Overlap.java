
package org.twostream.segment;

/**
 * How well voxels are told apart, at one threshold.
 *
 * @param threshold 0..1; a voxel is found from there on
 * @param iou voxel IoU of the foreground; 1 when neither has any
 * @param voc mean of foreground and background IoU
 */
public record Overlap(double threshold, double iou, double voc) {
}
