
package org.twostream.query;

/**
 * One ROI to ask about.
 *
 * @param roi its row, from 0
 * @param order place in the order of showing, from 1
 * @param place where it stands in the clusters
 * @param why it was chosen, a sentence for the reviewer
 */
public record Query(int roi, int order, Place place, String why) {
}
