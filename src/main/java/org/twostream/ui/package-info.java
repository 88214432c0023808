/**
 * The windows in which a person reviews. In comes a
 * {@link org.twostream.review.session.ReviewSession}, which holds all the logic
 * and the state; the windows draw it and hand clicks and keys on. Start at
 * {@link org.twostream.ui.WindowReviewer}.
 */

package org.twostream.ui;
