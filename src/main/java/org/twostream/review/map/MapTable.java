
package org.twostream.review.map;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.twostream.core.Answer;
import org.twostream.core.Tsv;
import org.twostream.core.UserError;
import org.twostream.query.Place;
import org.twostream.query.map.EmbeddingMap;
import org.twostream.review.Decision;

/**
 * map.tsv: where each ROI lies and what is known of it; the format is described
 * in docs/format/map.md.
 */
public final class MapTable {

	private static final String NONE = "";

	private MapTable() {}

	/**
	 * What is known of ROIs; each may be empty or lack rows.
	 *
	 * @param places in the clusters, by row
	 * @param answers that hold, by row
	 * @param decisions by row
	 * @param real by row, what the truth says
	 */
	public record Known(List<Place> places, Map<Integer, Answer> answers,
			Map<Integer, Decision> decisions, Map<Integer, Answer> real) {
	}

	/**
	 * Writes the table atomically.
	 *
	 * @param ids of the ROIs by row
	 * @throws UserError if it cannot be written
	 */
	public static void write(final EmbeddingMap map, final long[] ids,
		final Known known, final Path file)
	{
		final Tsv table = new Tsv("roi", "x", "y", "mask_cluster", "image_cluster",
			"cluster", "answer", "probability", "truth");
		table.comment(map.about());
		for (int i = 0; i < map.size(); i++) {
			final int row = map.rows()[i];
			final Object[] place = row < known.places().size() ? clusters(known
				.places().get(row)) : new Object[] { NONE, NONE, NONE };
			final Decision decision = known.decisions().get(row);
			table.row(ids[row], map.x()[i], map.y()[i], place[0], place[1], place[2],
				text(known.answers().get(row)), decision == null ? NONE : decision
					.probability(), text(known.real().get(row)));
		}
		table.write(file);
	}

	private static Object[] clusters(final Place p) {
		return new Object[] { p.maskCluster(), p.imageCluster(), p.cluster() };
	}

	private static String text(final Answer answer) {
		return answer == null ? NONE : answer.text();
	}

	/**
	 * @param ids of the ROIs by row
	 * @throws UserError if the table is missing, damaged or of other ROIs
	 */
	public static EmbeddingMap read(final long[] ids, final Path file) {
		final Map<Long, Integer> rows = new HashMap<>();
		for (int i = 0; i < ids.length; i++)
			rows.put(ids[i], i);
		final Tsv table = Tsv.read(file);
		final int[] drawn = new int[table.size()];
		final float[] x = new float[drawn.length];
		final float[] y = new float[drawn.length];
		for (int i = 0; i < drawn.length; i++) {
			final Integer row = rows.get(table.integer(i, "roi"));
			if (row == null || i > 0 && row <= drawn[i - 1]) throw new UserError(
				file + " names ROI " + table.get(i, "roi") +
					", which is not in the ROI table or not in its order; make the map again.");
			drawn[i] = row;
			x[i] = (float) table.number(i, "x");
			y[i] = (float) table.number(i, "y");
		}
		return new EmbeddingMap(drawn, x, y, String.join(" ", table.comments()));
	}
}
