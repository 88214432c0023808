
package org.twostream.measure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.VoxelSize;

/**
 * The distances of the CREMI challenge for synaptic clefts, exact Euclidean
 * distances between voxel centres in nm. Two empty sides agree: all distances
 * are 0. If only one side is empty, both distances and the score are NaN: there
 * is no voxel to measure from in one direction and none to measure to in the
 * other. NaN is never better than a number.
 *
 * @param adgt average distance to ground truth: mean over the predicted voxels
 *          of the distance to the nearest true voxel, nm; high for false
 *          positives
 * @param adf average distance from ground truth to prediction: mean over the
 *          true voxels of the distance to the nearest predicted voxel, nm; high
 *          for false negatives
 * @param predictedVoxels foreground of the prediction, without ignored voxels
 * @param trueVoxels foreground of the truth, without ignored voxels
 * @param predictedFar predicted voxels farther than {@link #FAR_NM} from the
 *          truth (all of them if the truth is empty)
 * @param trueFar true voxels farther than that from the prediction (all if it
 *          is empty)
 */
public record CremiScore(double adgt, double adf, long predictedVoxels,
		long trueVoxels, long predictedFar, long trueFar) {

	/** Beyond this a voxel counts as a false positive or negative, nm. */
	public static final double FAR_NM = 200;

	/**
	 * Compares two masks. Four passes over both, block by block; memory is one
	 * block of both per thread and a cache of some 200 MB, whatever the volume's
	 * size. The result does not depend on the number of threads.
	 *
	 * @param prediction foreground of the prediction
	 * @param truth foreground of the truth; voxels ignored there are removed from
	 *          both
	 * @param threads 1 or more
	 * @throws org.twostream.core.UserError if the sizes differ or a file is
	 *           damaged
	 * @throws org.twostream.core.Cancelled if the user asked to stop
	 */
	public static CremiScore measure(final ForegroundMask prediction,
		final ForegroundMask truth, final VoxelSize size, final int threads,
		final Progress progress)
	{
		MeasureGrid.sameSize("prediction", prediction.info(), truth.info());
		final MaskPair toTruth = new MaskPair(truth, prediction);
		final DistanceSearch truths = new DistanceSearch(toTruth, size,
			DistanceSearch.CACHED_POINTS, threads, progress.part(0, 0.15));
		final DistanceSearch.Sums predicted = truths.ask(FAR_NM, threads, progress
			.part(0.15, 0.5));
		final DistanceSearch predictions = new DistanceSearch(toTruth.swapped(),
			size, DistanceSearch.CACHED_POINTS, threads, progress.part(0.5, 0.65));
		final DistanceSearch.Sums trues = predictions.ask(FAR_NM, threads, progress
			.part(0.65, 1));
		if (predicted.voxels() == 0 && trues.voxels() == 0) return new CremiScore(0,
			0, 0, 0, 0, 0);
		if (predicted.voxels() == 0 || trues.voxels() == 0) return new CremiScore(
			Double.NaN, Double.NaN, predicted.voxels(), trues.voxels(), predicted
				.voxels(), trues.voxels());
		return new CremiScore(predicted.sum() / predicted.voxels(), trues.sum() /
			trues.voxels(), predicted.voxels(), trues.voxels(), predicted.far(), trues
				.far());
	}

	/** Mean of {@link #adgt} and {@link #adf}, nm; low is good. */
	public double score() {
		return (adgt + adf) / 2;
	}

	/** Distances that are NaN are left out, with the reason in "undefined". */
	public Json toJson() {
		final Json json = new Json();
		Numbers.put(json, "cremi_nm", score());
		Numbers.put(json, "adgt_nm", adgt);
		Numbers.put(json, "adf_nm", adf);
		json.put("predicted_voxels", predictedVoxels).put("true_voxels", trueVoxels)
			.put("predicted_beyond_200_nm", predictedFar).put("true_beyond_200_nm",
				trueFar);
		if (!Double.isNaN(score())) return json;
		final Map<String, String> undefined = new LinkedHashMap<>();
		undefined.put("cremi_nm", predictedVoxels == 0 ? "nothing was predicted"
			: "nothing is truly foreground");
		return json.put("undefined", undefined);
	}
}
