/**
 * Several annotators on one set of ROIs. In come the answers that stand; out go
 * one ruling per ROI ({@link org.twostream.review.consensus.Consensus}), how
 * far annotators agree ({@link org.twostream.review.consensus.Agreement}), how
 * good and how fast each is
 * ({@link org.twostream.review.consensus.AnnotatorRecord}), and the checks that
 * are hidden among queries ({@link org.twostream.review.consensus.CheckPlan}).
 * Start at {@link org.twostream.review.consensus.Votes}.
 */

package org.twostream.review.consensus;
