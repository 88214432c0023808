/**
 * The map of the embeddings as a window. In comes a
 * {@link org.twostream.review.session.ReviewDesk}; what a person does goes to a
 * {@link org.twostream.review.map.ReviewMap}, which says what to draw. Start at
 * {@link org.twostream.ui.map.MapKind}.
 */

package org.twostream.ui.map;
