
package org.twostream.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.twostream.core.Answer;
import org.twostream.experiment.Pool;
import org.twostream.measure.report.Palette;
import org.twostream.measure.report.PointMap;
import org.twostream.measure.report.Report;
import org.twostream.net.Matrix;
import org.twostream.query.map.PrincipalPlane;

/**
 * A map for the eye: every ROI of a pool in the plane of the two widest
 * directions of each embedding, coloured by the truth.
 *
 * @param pool what is drawn
 */
record PoolMap(Pool pool) {

	Report.Section section() {
		final List<Report.Part> parts = new ArrayList<>();
		parts.add(map("mask", pool.embeddings().mask()));
		parts.add(map("image", pool.embeddings().image()));
		return new Report.Section("Map", parts);
	}

	private Report.Part map(final String stream, final Matrix points) {
		final PrincipalPlane plane = PrincipalPlane.of(points);
		return new PointMap("ROIs by their " + stream, "first component",
			"second component", List.of(group("real", Answer.TRUE, plane, true),
				group("not", Answer.FALSE, plane, false))).figure("map-" + stream,
					String.format(Locale.ROOT,
						"First two principal components of the %s embedding, %.0f %% of its variance.",
						stream, 100 * plane.explained()));
	}

	private PointMap.Group group(final String name, final Answer colour,
		final PrincipalPlane plane, final boolean which)
	{
		final int[] rows = IntStream.range(0, pool.size()).filter(i -> pool
			.real()[i] == which).toArray();
		return new PointMap.Group(name, Palette.answer(colour), IntStream.of(rows)
			.mapToDouble(i -> plane.x()[i]).toArray(), IntStream.of(rows).mapToDouble(
				i -> plane.y()[i]).toArray());
	}
}
