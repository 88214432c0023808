
package org.twostream.experiment.cifar;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Workers;
import org.twostream.query.head.CalibratedHead;
import org.twostream.query.sampler.Pool;

/**
 * Images with more than two classes as samplers see them: there are no True and
 * False answers, and the head is given to those that need one.
 *
 * @param features of all images
 * @param labelled rows whose class is known
 * @param seed of every random choice
 * @param workers for the work
 */
record ImagePool(Matrix features, Set<Integer> labelled, Seed seed,
		Workers workers) implements Pool {

	@Override
	public Matrix image() {
		return features;
	}

	@Override
	public int[] open() {
		return IntStream.range(0, features.rows()).filter(i -> !labelled.contains(
			i)).toArray();
	}

	@Override
	public int[] asked() {
		return labelled.stream().mapToInt(i -> i).sorted().toArray();
	}

	@Override
	public Map<Integer, Answer> answers() {
		return Map.of();
	}

	@Override
	public Optional<CalibratedHead> head() {
		return Optional.empty();
	}

	@Override
	public Optional<float[]> losses() {
		return Optional.empty();
	}

	@Override
	public Optional<boolean[]> truth() {
		return Optional.empty();
	}
}
