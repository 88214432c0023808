/**
 * Chooses the ROIs to ask about. In come the two embeddings of all ROIs
 * ({@link org.twostream.query.Embeddings}), the ROIs already asked, what is
 * known of them ({@link org.twostream.query.Evidence}) and a
 * {@link org.twostream.query.Budget}; out goes a
 * {@link org.twostream.query.Suggestion}: the queries in the order of showing,
 * and for every ROI the cluster whose answers it takes. Start at
 * {@link org.twostream.query.QueryStrategy}; to add a strategy with clusters
 * implement it, for one without clusters implement a sampler
 * ({@code query.sampler}), and name it in
 * {@link org.twostream.query.Strategies}. The clustering is in
 * {@code query.cluster}, the classifier of the answers so far in
 * {@code query.head}.
 */

package org.twostream.query;
