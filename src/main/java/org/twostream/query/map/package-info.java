/**
 * Maps of the embeddings for the eye: every ROI a point of a plane, near those
 * that look like it. Start at {@link org.twostream.query.map.EmbeddingMap}.
 */

package org.twostream.query.map;
