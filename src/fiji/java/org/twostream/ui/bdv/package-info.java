/**
 * The review in BigDataViewer, a thin adapter: in comes a
 * {@link org.twostream.review.session.ReviewDesk}, out goes a window that shows
 * raw data and probability in any plane and any resolution, outlines in the
 * colours of their answers, and a card beside them. What needs no window is in
 * {@code review.session}. Start at {@link org.twostream.ui.bdv.BdvKind}.
 */

package org.twostream.ui.bdv;
