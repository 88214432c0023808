
package org.twostream.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.BudgetKeys;
import org.twostream.query.Embeddings;
import org.twostream.query.Query;
import org.twostream.query.QueryRequest;
import org.twostream.query.Strategies;
import org.twostream.query.Suggestion;
import org.twostream.roi.RoiTable;
import org.twostream.roi.TruthMatch;
import org.twostream.roi.TruthOracle;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedArray;
import org.twostream.volume.chunked.ChunkedStore;

/**
 * How well the answers of 48 ROIs fit the others of ROI set 001 of a sample
 * project: 8 x 2 clusters of 3 queries (16 of the image alone), the mean of
 * {@value #STARTS} starts of the clustering.
 */
final class Propagation {

	private static final int STARTS = 20;

	private final Path project;
	private final RoiTable table;
	private final boolean[] real;
	private final int threads;

	Propagation(final Path project, final int threads) {
		this.project = project;
		this.threads = threads;
		table = RoiTable.read(project.resolve("rois/001/rois.tsv"), Optional
			.empty());
		try (EmVolume truth = volume("sample/truth.zarr");
				EmVolume labels = volume("rois/001/labels.zarr"))
		{
			final List<TruthMatch> matches = new TruthOracle(truth, false, threads)
				.match(table, labels, Progress.NONE);
			real = new boolean[matches.size()];
			for (int i = 0; i < real.length; i++)
				real[i] = matches.get(i).real();
		}
	}

	RoiTable table() {
		return table;
	}

	EmVolume volume(final String path) {
		return new VolumeStores(List.of(new ChunkedStore())).open(project.resolve(
			path).toString());
	}

	/** The rows of an embedding. */
	Matrix rows(final String path) {
		try (ChunkedArray array = ChunkedArray.open(project.resolve(path))) {
			final int columns = (int) array.shape()[1];
			final float[][] rows = new float[(int) array.shape()[0]][columns];
			for (int i = 0; i < rows.length; i++)
				array.readRows(i, i + 1L, rows[i]);
			return new Matrix(rows, columns);
		}
	}

	String pool() {
		int n = 0;
		for (final boolean r : real)
			if (r) n++;
		return String.format(Locale.ROOT, "%d ROIs, %.3f true", real.length,
			(double) n / real.length);
	}

	/** What a first batch from seed 1 is answered, by row. */
	Map<Integer, Boolean> answers(final Matrix mask, final Matrix image) {
		final Map<Integer, Boolean> answers = new HashMap<>();
		for (final Query q : suggest("hierarchical", mask, image, 1).queries())
			answers.put(q.roi(), real[q.roi()]);
		return answers;
	}

	private Suggestion suggest(final String strategy, final Matrix mask,
		final Matrix image, final long start)
	{
		final BudgetKeys keys = strategy.equals("hierarchical") ? new BudgetKeys(48,
			8, 2, 3) : new BudgetKeys(48, 0, 16, 3);
		return Strategies.named(strategy).suggest(new QueryRequest(new Embeddings(
			mask, image), Set.of(), Strategies.named(strategy).budget(keys), new Seed(
				start), threads), Progress.NONE);
	}

	/** Mean and standard deviation of the accuracy over the starts. */
	String accuracy(final String strategy, final Matrix mask,
		final Matrix image)
	{
		double sum = 0;
		double squares = 0;
		for (int s = 0; s < STARTS; s++) {
			final double a = right(suggest(strategy, mask, image, s));
			sum += a;
			squares += a * a;
		}
		final double mean = sum / STARTS;
		return String.format(Locale.ROOT, "%.3f (%.3f)", mean, Math.sqrt(Math.max(0,
			squares / STARTS - mean * mean)));
	}

	/** Share of ROIs whose own or whose cluster's answer is right. */
	private double right(final Suggestion suggestion) {
		final Map<Integer, Integer> votes = new HashMap<>();
		final Set<Integer> asked = new HashSet<>();
		for (final Query q : suggestion.queries()) {
			votes.merge(q.place().cluster(), real[q.roi()] ? 1 : -1, Integer::sum);
			asked.add(q.roi());
		}
		int right = 0;
		for (int i = 0; i < real.length; i++) {
			final boolean said = votes.getOrDefault(suggestion.places().get(i)
				.cluster(), 0) >= 0;
			if (asked.contains(i) || said == real[i]) right++;
		}
		return (double) right / real.length;
	}
}
