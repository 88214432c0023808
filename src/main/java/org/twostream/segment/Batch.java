
package org.twostream.segment;

import org.twostream.net.SegmentationTraining;
import org.twostream.net.Tensor;

/**
 * What a network learns from in one step.
 *
 * @param input (batch, 1, z, y, x), intensity 0..1
 * @param target (batch, channels, z, y, x), 0 or 1, NaN for no say
 * @param weights (batch, 1, z, y, x), or all alike
 */
public record Batch(Tensor input, Tensor target, Tensor weights) {

	/** All voxels weigh the same. */
	public Batch(final Tensor input, final Tensor target) {
		this(input, target, SegmentationTraining.EQUAL);
	}
}
