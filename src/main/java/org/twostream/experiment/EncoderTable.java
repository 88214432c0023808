
package org.twostream.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.query.Embeddings;

/**
 * Table 3: which encoder is refined on the initial volume's labels before the
 * same number of queries is asked (Lin et al., ECCV 2020, section 6.2).
 */
public final class EncoderTable {

	/** Which encoders have learned from the initial labels. */
	public enum Active {

			/** Neither. */
			NONE("none", 0.846),
			/** The mask encoder, E_s. */
			MASK("mask encoder", 0.830),
			/** The image encoder, E_u. */
			IMAGE("image encoder", 0.880),
			/** Both. */
			BOTH("both", 0.871);

		private final String text;
		private final double printed;

		Active(final String text, final double printed) {
			this.text = text;
			this.printed = printed;
		}

		/** Whether the mask encoder is refined. */
		public boolean mask() {
			return this == MASK || this == BOTH;
		}

		/** Whether the image encoder is refined. */
		public boolean image() {
			return this == IMAGE || this == BOTH;
		}
	}

	/** Where the embeddings of one training seed come from. */
	@FunctionalInterface
	public interface Refined {

		/**
		 * @param training number of the training seed, from 0
		 * @param active which encoders are refined
		 */
		Embeddings of(int training, Active active);
	}

	private final Pool pool;
	private final Refined refined;
	private final int trainings;
	private final List<Seed> seeds;
	private final int threads;

	/**
	 * @param pool as the encoders see it that have learned no label
	 * @param trainings seeds of the refining
	 * @param seeds of the sampling; a value of the table is the mean of all
	 *          samplings with the encoders of one training
	 */
	public EncoderTable(final Pool pool, final Refined refined,
		final int trainings, final List<Seed> seeds, final int threads)
	{
		this.pool = pool;
		this.refined = refined;
		this.trainings = trainings;
		this.seeds = List.copyOf(seeds);
		this.threads = threads;
	}

	/**
	 * Asks the paper's best design of each.
	 *
	 * @throws org.twostream.core.Cancelled between two repetitions
	 */
	public ExperimentResult run(final Progress progress) {
		final List<Measured> rows = new ArrayList<>();
		for (final Active active : Active.values()) {
			final double[] values = new double[trainings];
			long asked = 0;
			for (int t = 0; t < trainings; t++) {
				final Measured m = new DesignTable(pool, seeds, threads).measure(pool
					.with(refined.of(t, active)), Design.best(), progress.part((rows
						.size() + (double) t / trainings) / 4, (rows.size() + (t + 1.0) /
							trainings) / 4));
				values[t] = m.interval().mean();
				asked = m.asked();
			}
			rows.add(new Measured(active.text, asked, pool.size(), values,
				OptionalDouble.of(active.printed)));
		}
		final Measured none = rows.get(0);
		final Measured image = rows.get(2);
		return new ExperimentResult("Table 3: which encoder is active",
			"label accuracy of all ROIs", rows, List.of(new Claim(image, none),
				new Claim(none, rows.get(1)), new Claim(image, rows.get(3)), new Claim(
					rows.get(3), none)), "", List.of(), List.of(
						"Hierarchical 64 x 4 x 5 at the pool's size. Each value is one training's mean over " +
							seeds.size() +
							" seeds of the sampling; the trainings are what the intervals are over."));
	}
}
