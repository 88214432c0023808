
package org.twostream.loop;

/**
 * Keys of {@code experiment}; "" and 0 mean the default. The steps' keys count
 * where their result is not there yet.
 *
 * @param table which: 1, 2, 3, order or cifar-10
 * @param pool ROIs that a phantom made for it should give
 * @param seeds of the sampling, 2 or more
 * @param trainings seeds of what trains networks (tables 1 and 3)
 * @param startAccuracy share of the ROIs that should be real, by choice of the
 *          threshold; 0 takes the threshold as it is
 * @param truth URI of the truth, default the project's
 * @param data folder of the binary files of CIFAR-10
 * @param testShare share of the ROIs of which nothing is asked (table 1)
 */
public record ExperimentOptions(String table, int pool, int seeds,
		int trainings, double startAccuracy, String truth, String data,
		double testShare, TrainOptions train, PredictOptions predict,
		ProposeOptions propose, EncodeOptions encode, RefineOptions refine,
		FinetuneOptions finetune, Compute compute) {

	/** Default ROIs. */
	public static final int POOL = 5000;
	/** Default seeds of the sampling. */
	public static final int SEEDS = 5;
	/** Default seeds of trainings. */
	public static final int TRAININGS = 3;

	/** Puts the defaults. */
	public ExperimentOptions {
		if (pool == 0) pool = POOL;
		if (seeds == 0) seeds = SEEDS;
		if (trainings == 0) trainings = TRAININGS;
	}
}
