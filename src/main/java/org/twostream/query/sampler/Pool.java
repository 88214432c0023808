
package org.twostream.query.sampler;

import java.util.Map;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Workers;
import org.twostream.query.head.CalibratedHead;

/**
 * What a sampler may look at. Arrays are shared and not to be changed. What
 * takes work, the features and the head, is made at the first call; so a pool
 * is for one thread.
 */
public interface Pool {

	/** The image embedding, one row per ROI. */
	Matrix image();

	/**
	 * Features of both embeddings, see {@link org.twostream.query.head.Features}.
	 */
	Matrix features();

	/** Rows that may be chosen, ascending. */
	int[] open();

	/** Rows that were asked before, answered or not, ascending. */
	int[] asked();

	/** Answers by row. */
	Map<Integer, Answer> answers();

	/** Trained on the answers so far; empty while they are too few. */
	Optional<CalibratedHead> head();

	/** By row, the loss that a base network predicts, if one does. */
	Optional<float[]> losses();

	/** By row, whether it is real: where an oracle knows. */
	Optional<boolean[]> truth();

	/** Start of every random choice. */
	Seed seed();

	/** Threads for the work. */
	Workers workers();
}
