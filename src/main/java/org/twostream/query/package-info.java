/**
 * Chooses the ROIs to ask about. In come the two embeddings of all ROIs
 * ({@link org.twostream.query.Embeddings}), the ROIs already asked and a
 * {@link org.twostream.query.Budget}; out goes a
 * {@link org.twostream.query.Suggestion}: the queries in the order of showing,
 * and for every ROI the cluster whose answers it takes. Start at
 * {@link org.twostream.query.QueryStrategy}; to add a strategy, implement it
 * and name it in {@link org.twostream.query.Strategies}.
 */

package org.twostream.query;
