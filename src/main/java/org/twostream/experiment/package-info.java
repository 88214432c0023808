/**
 * The paper's tables as experiments: in go the embeddings of a pool of ROIs and
 * what the truth says of each, or labelled images; out come tables with n, 95 %
 * intervals and the printed values beside ours. Start at
 * {@link org.twostream.experiment.ExperimentResult}, which is what every
 * experiment gives, and {@link org.twostream.experiment.LabelPropagation}.
 * Nothing here knows of project folders; those experiments that train networks
 * are put together in loop.
 */

package org.twostream.experiment;
