
package org.twostream.review.session;

import org.twostream.roi.LabellingOptions;

/**
 * How the ROIs were found, so that one can look below their threshold.
 *
 * @param prediction its number, such as "001"; of one that was made elsewhere
 *          the URI
 * @param labelling what counted as an object
 */
public record ProposalSettings(String prediction, LabellingOptions labelling) {
}
