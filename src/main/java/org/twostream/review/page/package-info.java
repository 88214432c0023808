/**
 * The review page without a window: how the items of a session fall on pages of
 * tiles, which tile is where, where the cursor is, what clicks and keys answer,
 * what is read ahead and what is said in words; and the second look through the
 * sections of an object. In comes a
 * {@link org.twostream.review.session.ReviewSession}; out goes what a window
 * draws. Start at {@link org.twostream.review.page.ReviewPage}.
 */

package org.twostream.review.page;
