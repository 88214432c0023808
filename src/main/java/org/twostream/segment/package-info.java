/**
 * Training of segmentation networks and prediction of whole volumes. In: raw
 * {@link org.twostream.volume.EmVolume}s (8 bit), label volumes, a
 * {@link org.twostream.net.SegmentationNetwork} or, for prediction only, an
 * {@link org.twostream.net.InferenceNetwork}; out: a trained network with its
 * {@link org.twostream.segment.LearningCurve} and
 * {@link org.twostream.segment.ValidationScores}, or probabilities (0..255)
 * written block by block. Start at {@link org.twostream.segment.TrainingSet}
 * and {@link org.twostream.segment.Trainer} for training, at
 * {@link org.twostream.segment.Predictor} for prediction, at
 * {@link org.twostream.segment.FineTuningSet} for learning from answered ROIs
 * and at {@link org.twostream.segment.RoiDecision} for what a network says of
 * an ROI.
 */

package org.twostream.segment;
