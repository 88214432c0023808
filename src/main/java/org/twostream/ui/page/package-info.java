/**
 * The review page as a window. In comes a
 * {@link org.twostream.review.session.ReviewDesk}; all that a person does goes
 * to a {@link org.twostream.review.page.ReviewPage}, which says what to draw.
 * Start at {@link org.twostream.ui.page.PageKind}.
 */

package org.twostream.ui.page;
