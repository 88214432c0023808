/**
 * Several annotators on one set of ROIs. In come the answers that stand; out go
 * one ruling per ROI ({@link org.twostream.review.consensus.Consensus}), how
 * far annotators agree ({@link org.twostream.review.consensus.Agreement}) and
 * what is to be asked again. Start at
 * {@link org.twostream.review.consensus.Votes}.
 */

package org.twostream.review.consensus;
