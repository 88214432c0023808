/**
 * Clustering of the rows of a {@link org.twostream.net.Matrix}: k-means, exact
 * and by mini-batches, and the distance computations and the threads that every
 * sampler uses. Start at {@link org.twostream.query.cluster.KMeans}.
 */

package org.twostream.query.cluster;
