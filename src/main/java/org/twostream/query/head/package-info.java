/**
 * A linear head s = W z + b over the two embeddings, which the samplers by
 * uncertainty and the spreading of answers share: the features z
 * ({@link org.twostream.query.head.Features}), regularised logistic regression
 * and its calibration. Start at
 * {@link org.twostream.query.head.CalibratedHead}.
 */

package org.twostream.query.head;
