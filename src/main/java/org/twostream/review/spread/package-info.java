/**
 * Ways to give every ROI an answer out of the few that were asked, with a
 * probability: by the majority of its cluster
 * ({@link org.twostream.review.AnswerSpreading}), by a vote of the answered
 * ROIs nearest to it, or by a classifier. Start at
 * {@link org.twostream.review.spread.SpreadRule}.
 */

package org.twostream.review.spread;
