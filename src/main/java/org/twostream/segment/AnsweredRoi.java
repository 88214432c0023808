
package org.twostream.segment;

/**
 * An ROI with a person's answer; unsure ones teach nothing and are left out.
 *
 * @param region where it is
 * @param real True: an object of the target; False: none
 */
public record AnsweredRoi(RoiRegion region, boolean real) {
}
