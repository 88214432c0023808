
package org.twostream.review.map;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twostream.query.Place;
import org.twostream.query.map.EmbeddingMap;
import org.twostream.review.session.ReviewSession;

/** The pixels of a map, made again when something of them changes. */
final class MapPicture {

	private final ReviewSession session;
	private final int ground;
	private final ConfidenceScale scale;
	private MapColours by = MapColours.ANSWERS;
	private Optional<EmbeddingMap> map = Optional.empty();
	private List<Place> places = List.of();
	private int[] colours = {};
	private byte[] ranks = {};
	private boolean[] bright = {};
	private Optional<Drawn> drawn = Optional.empty();

	private record Drawn(MapView view, int[] pixels) {
	}

	MapPicture(final ReviewSession session, final int ground) {
		this.session = session;
		this.ground = ground;
		scale = ConfidenceScale.of(session.context().table());
	}

	List<MapColours.Line> legend() {
		return by.legend(scale);
	}

	void show(final EmbeddingMap points, final List<Place> clusters) {
		map = Optional.of(points);
		places = clusters;
		colours = new int[points.size()];
		ranks = new byte[points.size()];
		bright = new boolean[points.size()];
		colour(by);
		choose(session.chosen());
	}

	MapColours colours() {
		return by;
	}

	void colour(final MapColours with) {
		by = with;
		for (int i = 0; i < colours.length; i++)
			colour(i);
		drawn = Optional.empty();
	}

	/** The answers to these rows have changed. */
	void recolour(final Collection<Integer> rows) {
		map.ifPresent(m -> {
			for (final int row : rows) {
				final int i = Arrays.binarySearch(m.rows(), row);
				if (i >= 0) colour(i);
			}
		});
		drawn = Optional.empty();
	}

	private void colour(final int i) {
		final int row = map.get().rows()[i];
		colours[i] = by.of(row, session, places, scale);
		ranks[i] = (byte) (session.answerOfRow(row).isPresent() ? 2 : session
			.itemOf(row).isPresent() ? 1 : 0);
	}

	/** Only these keep their colours; all if they are fewer than two. */
	void choose(final Set<Integer> rows) {
		map.ifPresent(m -> {
			for (int i = 0; i < bright.length; i++)
				bright[i] = rows.size() > 1 && rows.contains(m.rows()[i]);
		});
		drawn = Optional.empty();
	}

	int[] pixels(final MapView view) {
		if (drawn.filter(d -> d.view().equals(view)).isEmpty()) drawn = Optional.of(
			new Drawn(view, MapRaster.draw(map.get(), view, colours, ranks, bright,
				ground)));
		return drawn.get().pixels();
	}
}
