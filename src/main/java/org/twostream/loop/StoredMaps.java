
package org.twostream.loop;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.query.Embeddings;
import org.twostream.query.map.EmbeddingMap;
import org.twostream.query.map.PlaneLayout;
import org.twostream.review.map.MapTable;

/** The maps of a project. */
final class StoredMaps {

	static final String TABLE = "map.tsv";
	/** What decides where the points lie, in the settings of a map. */
	static final String POINTS = "points";
	/** ROIs that a review's own map draws. */
	private static final int LIMIT = 100_000;

	private StoredMaps() {}

	/** The newest map whose points were made so. */
	static Optional<EmbeddingMap> newest(final RoiSet rois,
		final Predicate<Json> points)
	{
		return rois.project().newest(Kind.MAP, s -> points.test(s.object(POINTS)))
			.map(id -> MapTable.read(rois.ids(), rois.project().path(Kind.MAP, id)
				.resolve(TABLE)));
	}

	/**
	 * The newest map by these encoders, or else the plane of their two widest
	 * directions, which takes seconds.
	 */
	static EmbeddingMap of(final ReviewStep.Batch batch) {
		final RoiSet rois = batch.rois();
		return newest(rois, s -> s.string("encoders").equals(batch.encoders()))
			.orElseGet(() -> plane(rois, batch.encoders()));
	}

	private static EmbeddingMap plane(final RoiSet rois, final String encoders) {
		final Embeddings embeddings = EncoderSet.of(rois.project(), encoders)
			.embeddings();
		final Seed seed = new Seed(1);
		final EmbeddingMap map = EmbeddingMap.of(List.of(embeddings.mask(),
			embeddings.image()), EmbeddingMap.sample(embeddings.rois(), LIMIT, Set
				.of(), seed), new PlaneLayout(), seed, 1, Progress.NONE);
		return new EmbeddingMap(map.rows(), map.x(), map.y(), map.about() +
			" The step map makes one by likeness (UMAP).");
	}
}
