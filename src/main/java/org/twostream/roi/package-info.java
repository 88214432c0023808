/**
 * From probabilities to candidates. In: a probability volume and the raw volume
 * it was made from; out: a {@link org.twostream.roi.RoiTable}, a label volume
 * and two patches per ROI (image and mask), turned so that objects of one kind
 * look alike. What is joined may be split ({@link org.twostream.roi.split}).
 * Also here, because review and measurement both need it: which truth object an
 * ROI stands for ({@link org.twostream.roi.TruthOracle}). Start at
 * {@link org.twostream.roi.Proposer}.
 */

package org.twostream.roi;
