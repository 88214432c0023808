
package org.twostream.query.sampler;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Workers;
import org.twostream.query.head.CalibratedHead;

/** The features are the image embedding. */
record StubPool(Matrix image, Set<Integer> before, Map<Integer, Answer> answers,
		Optional<float[]> losses, Optional<boolean[]> truth, Seed seed)
		implements
			Pool {

	static StubPool of(final Matrix image, final Set<Integer> asked) {
		return new StubPool(image, asked, Map.of(), Optional.empty(), Optional
			.empty(), new Seed(1));
	}

	@Override
	public Matrix features() {
		return image;
	}

	@Override
	public int[] open() {
		return IntStream.range(0, image.rows()).filter(i -> !before.contains(i))
			.toArray();
	}

	@Override
	public int[] asked() {
		return before.stream().mapToInt(i -> i).sorted().toArray();
	}

	@Override
	public Optional<CalibratedHead> head() {
		return CalibratedHead.of(image, answers, seed);
	}

	@Override
	public Workers workers() {
		return new Workers(1);
	}
}
