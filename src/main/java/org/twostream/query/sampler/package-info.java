/**
 * Samplers without clusters: each chooses rows out of a
 * {@link org.twostream.query.sampler.Pool}. The mathematics that several share
 * stands once: distances to what is covered
 * ({@link org.twostream.query.sampler.Cover}), distances to decision boundaries
 * ({@link org.twostream.query.sampler.Boundaries}), random draws and rankings.
 * Start at {@link org.twostream.query.sampler.Sampler}; to add one, implement
 * it and name it in {@link org.twostream.query.Strategies}.
 */

package org.twostream.query.sampler;
