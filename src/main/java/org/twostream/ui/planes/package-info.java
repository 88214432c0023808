/**
 * The window with three planes through the volume. In comes a
 * {@link org.twostream.review.session.ReviewSession}; what to draw comes from
 * {@link org.twostream.review.scene}, this package paints it on a thread of its
 * own and hands mouse and keys on. Start at
 * {@link org.twostream.ui.planes.PlanesKind}; new keys go into
 * {@link org.twostream.ui.planes.PlanesKeys}.
 */

package org.twostream.ui.planes;
