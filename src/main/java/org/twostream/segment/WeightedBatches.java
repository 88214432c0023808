
package org.twostream.segment;

import java.util.Optional;

/** Batches with the weights that their voxels have. Thread-safe. */
public final class WeightedBatches implements BatchSource {

	private final BatchSource source;
	private final VoxelWeights weights;

	private WeightedBatches(final BatchSource source,
		final VoxelWeights weights)
	{
		this.source = source;
		this.weights = weights;
	}

	/** The same batches, with weights where there are some. */
	public static BatchSource of(final BatchSource source,
		final Optional<VoxelWeights> weights)
	{
		return weights.isPresent() ? new WeightedBatches(source, weights.get())
			: source;
	}

	@Override
	public Batch batch(final long index) {
		final Batch batch = source.batch(index);
		return new Batch(batch.input(), batch.target(), weights.of(batch.target()));
	}
}
