
package org.twostream.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Workers;
import org.twostream.query.head.CalibratedHead;
import org.twostream.query.head.Features;
import org.twostream.query.sampler.Pool;

/** A request as samplers see it. For one thread. */
final class RequestPool implements Pool {

	private final QueryRequest request;
	private final Workers workers;
	private final int[] open;
	private final int[] asked;
	private Matrix features;
	private Optional<CalibratedHead> head;

	RequestPool(final QueryRequest request, final Workers workers) {
		this.request = request;
		this.workers = workers;
		open = request.candidates();
		asked = request.asked().stream().mapToInt(Integer::intValue).sorted()
			.toArray();
	}

	@Override
	public Matrix image() {
		return request.embeddings().image();
	}

	@Override
	public Matrix features() {
		if (features == null) features = Features.of(List.of(request.embeddings()
			.mask(), request.embeddings().image()), request.seed().of("features"),
			workers);
		return features;
	}

	@Override
	public int[] open() {
		return open;
	}

	@Override
	public int[] asked() {
		return asked;
	}

	@Override
	public Map<Integer, Answer> answers() {
		return request.evidence().answers();
	}

	@Override
	public Optional<CalibratedHead> head() {
		if (head == null) head = CalibratedHead.enough(answers()) ? CalibratedHead
			.of(features(), answers(), request.seed().of("head")) : Optional.empty();
		return head;
	}

	@Override
	public Optional<float[]> losses() {
		return request.evidence().losses();
	}

	@Override
	public Optional<boolean[]> truth() {
		return request.evidence().truth();
	}

	@Override
	public Seed seed() {
		return request.seed();
	}

	@Override
	public Workers workers() {
		return workers;
	}
}
