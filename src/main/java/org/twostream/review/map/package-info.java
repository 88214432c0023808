/**
 * The map of the embeddings beside a review, without a window: where each ROI
 * lies on the screen, what is hit and chosen, its colour, the pixels. Start at
 * {@link org.twostream.review.map.ReviewMap}.
 */

package org.twostream.review.map;
