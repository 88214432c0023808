/**
 * The networks: everything that names the native engine. In: a
 * {@link org.twostream.net.Tensor} of intensities or patches; out:
 * probabilities, a {@link org.twostream.net.Matrix} of embeddings, losses.
 * Start at {@link org.twostream.net.Engine}.
 */

package org.twostream.net;
