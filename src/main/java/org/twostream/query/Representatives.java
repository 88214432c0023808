
package org.twostream.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Checking;
import org.twostream.query.cluster.Clustering;
import org.twostream.query.cluster.KMeans;
import org.twostream.query.cluster.Members;
import org.twostream.query.cluster.Workers;

/**
 * The last level: inside each cluster as many k-means clusters as it is to give
 * queries, and of each the member nearest to its centre (Lin et al., ECCV 2020,
 * section 4.1).
 *
 * @param chosen rows to ask
 * @param of per ROI, the row of the chosen one of its cluster whose k-means
 *          centre is nearest, or -1
 */
record Representatives(List<Integer> chosen, int[] of) {

	/** Of a cluster with many asked, this part farthest from them is left. */
	private static final double FAR = 0.2;

	static Representatives find(final Partition partition,
		final QueryRequest request, final Workers workers, final Progress progress)
	{
		final int[][] members = Members.of(partition.clusters(), partition.count());
		final int[][] candidates = new int[members.length][];
		for (int c = 0; c < members.length; c++)
			candidates[c] = Arrays.stream(members[c]).filter(request::open).toArray();
		final int[] quotas = Quotas.share(Arrays.stream(candidates).mapToInt(
			c -> c.length).toArray(), request.budget().perCluster(), request.total());
		final int rounds = request.asked().size() / request.budget().total();
		final int[] of = new int[request.embeddings().rois()];
		final int[][] chosen = new int[members.length][];
		workers.forEach(members.length, c -> {
			progress.check();
			final long held = Arrays.stream(members[c]).filter(request
				.asked()::contains).count();
			final int[] open = held > rounds * request.budget().perCluster() ? far(
				candidates[c], members[c], quotas[c], partition.space(), request)
				: candidates[c];
			final Clustering groups = quotas[c] == 0 ? null : KMeans.of(quotas[c],
				partition.space().select(open)).oneOf(of.length).fit(partition.space()
					.select(open), request.seed().of("representatives").of(c), 1,
					new Checking(progress));
			chosen[c] = groups == null ? new int[0] : chosen(open, groups);
			follow(members[c], chosen[c], groups, partition.space(), of);
		});
		return new Representatives(Arrays.stream(chosen).flatMapToInt(
			Arrays::stream).boxed().toList(), of);
	}

	/**
	 * Where earlier batches already took more than their share, only the
	 * candidates farthest from anything asked are considered: 20 % of them, at
	 * least as many as needed (the rule of the paper's released code).
	 */
	private static int[] far(final int[] candidates, final int[] members,
		final int quota, final Matrix space, final QueryRequest request)
	{
		final int keep = Math.max(quota, (int) (candidates.length * FAR));
		final int[] asked = Arrays.stream(members).filter(request.asked()::contains)
			.toArray();
		final double[] nearest = Arrays.stream(candidates).mapToDouble(roi -> Arrays
			.stream(asked).mapToDouble(a -> KMeans.squaredDistance(space.row(roi),
				space.row(a))).min().orElse(0)).toArray();
		return IntStream.range(0, candidates.length).boxed().sorted(Comparator
			.comparingDouble((Integer i) -> -nearest[i])).limit(keep).mapToInt(
				i -> candidates[i]).sorted().toArray();
	}

	private static int[] chosen(final int[] candidates, final Clustering groups) {
		return Arrays.stream(groups.medoids()).map(i -> candidates[i]).toArray();
	}

	private static void follow(final int[] members, final int[] chosen,
		final Clustering groups, final Matrix space, final int[] of)
	{
		for (final int roi : members)
			of[roi] = chosen.length == 0 ? -1 : chosen[nearest(space.row(roi), groups
				.centres())];
		for (final int roi : chosen)
			of[roi] = roi;
	}

	private static int nearest(final float[] point, final Matrix centres) {
		int best = 0;
		double least = Double.POSITIVE_INFINITY;
		for (int c = 0; c < centres.rows(); c++) {
			final double d = KMeans.squaredDistance(point, centres.row(c));
			if (d < least) {
				least = d;
				best = c;
			}
		}
		return best;
	}
}
