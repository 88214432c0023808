
package org.twostream.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.twostream.core.Tsv;
import org.twostream.core.UserError;

/**
 * A suggestion as two tables: the queries in the order of showing, and the
 * place of every ROI. ROIs stand there by their id, not by their row; the
 * format is described in docs/format/queries.md.
 */
public final class SuggestionTables {

	/** In place of the id of a representative that is missing; ids are from 1. */
	private static final long NONE = 0;

	/** In place of the strategy of a query that was drawn for the audit. */
	private static final String AUDIT = "audit";

	private SuggestionTables() {}

	/**
	 * Writes both tables, each atomically, the queries last.
	 *
	 * @param ids of the ROIs, in the order of the suggestion's places
	 * @throws UserError if a file cannot be written
	 */
	public static void write(final Suggestion suggestion, final long[] ids,
		final Path queries, final Path clusters)
	{
		final Tsv places = new Tsv("roi", "mask_cluster", "image_cluster",
			"cluster", "representative", "distance");
		for (int i = 0; i < ids.length; i++) {
			final Place p = suggestion.places().get(i);
			places.row(ids[i], p.maskCluster(), p.imageCluster(), p.cluster(), p
				.representative() < 0 ? NONE : ids[p.representative()], p.distance());
		}
		places.write(clusters);
		final Tsv asked = new Tsv("order", "roi", "mask_cluster", "image_cluster",
			"cluster", "distance", "strategy", "why");
		suggestion.notes().forEach(asked::comment);
		for (final Query q : suggestion.queries())
			asked.row(q.order(), ids[q.roi()], q.place().maskCluster(), q.place()
				.imageCluster(), q.place().cluster(), q.place().distance(), suggestion
					.audited().contains(q.roi()) ? AUDIT : suggestion.strategy(), q
						.why());
		asked.write(queries);
	}

	/**
	 * @param ids of the ROIs, in the order of their table
	 * @throws UserError if a table is missing or damaged, or the two do not fit
	 *           these ROIs
	 */
	public static Suggestion read(final long[] ids, final Path queries,
		final Path clusters)
	{
		final Map<Long, Integer> rows = new HashMap<>();
		for (int i = 0; i < ids.length; i++)
			rows.put(ids[i], i);
		final List<Place> places = places(Tsv.read(clusters), ids, rows, clusters);
		final Tsv asked = Tsv.read(queries);
		final List<Query> list = new ArrayList<>();
		final Set<Integer> audited = new HashSet<>();
		String strategy = "";
		for (int i = 0; i < asked.size(); i++) {
			final int roi = row(asked.integer(i, "roi"), rows, queries);
			if (asked.get(i, "strategy").equals(AUDIT)) audited.add(roi);
			else strategy = asked.get(i, "strategy");
			list.add(new Query(roi, (int) asked.integer(i, "order"), places.get(roi),
				asked.get(i, "why")));
		}
		return new Suggestion(strategy, list, places, asked.comments(), audited);
	}

	private static List<Place> places(final Tsv table, final long[] ids,
		final Map<Long, Integer> rows, final Path file)
	{
		if (table.size() != ids.length) throw new UserError(file + " has " + table
			.size() + " ROIs, but the ROI table has " + ids.length +
			"; suggest queries again.");
		final Place[] places = new Place[ids.length];
		for (int i = 0; i < ids.length; i++) {
			final long representative = table.integer(i, "representative");
			final int roi = row(table.integer(i, "roi"), rows, file);
			if (places[roi] != null) throw new UserError(file + " names ROI " +
				ids[roi] + " twice; suggest queries again.");
			places[roi] = new Place((int) table.integer(i, "mask_cluster"),
				(int) table.integer(i, "image_cluster"), (int) table.integer(i,
					"cluster"), representative == NONE ? -1 : row(representative, rows,
						file), table.number(i, "distance"));
		}
		return List.of(places);
	}

	private static int row(final long id, final Map<Long, Integer> rows,
		final Path file)
	{
		final Integer row = rows.get(id);
		if (row == null) throw new UserError(file + " names ROI " + id +
			", which is not in the ROI table; suggest queries again.");
		return row;
	}
}
