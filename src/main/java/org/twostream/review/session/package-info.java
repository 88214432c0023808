/**
 * The logic of a review without a window. In come the items to answer and the
 * journals' folder; a {@link org.twostream.review.session.ReviewSession} is
 * what all windows of one review share: they read answers and position from it,
 * tell it what the person does, and hear from it what changed, from wherever.
 * Answers go out to the journal first. Start at
 * {@link org.twostream.review.session.ReviewSession}; a new kind of window
 * implements {@link org.twostream.review.session.ReviewWindowKind}.
 */

package org.twostream.review.session;
