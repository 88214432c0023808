
package org.twostream.experiment;

import java.util.List;

import org.twostream.core.Json;
import org.twostream.measure.MeanInterval;
import org.twostream.measure.report.LineChart;

/**
 * One line of a figure: a measure over what was asked, with a band where there
 * are several seeds.
 *
 * @param name in the legend
 * @param x one per point
 * @param intervals one per point
 */
public record Curve(String name, double[] x, List<MeanInterval> intervals) {

	public Curve {
		intervals = List.copyOf(intervals);
		if (x.length != intervals.size()) throw new IllegalArgumentException(
			x.length + " places and " + intervals.size() + " values");
	}

	/** Of a line that the paper prints: no interval. */
	static Curve printed(final String name, final double[] x, final double[] y) {
		return new Curve("paper: " + name, x, java.util.Arrays.stream(y).mapToObj(
			v -> MeanInterval.of(v)).toList());
	}

	LineChart.Line line() {
		return new LineChart.Line(name, x, intervals.stream().mapToDouble(
			MeanInterval::mean).toArray(), intervals.stream().mapToDouble(
				MeanInterval::low).toArray(), intervals.stream().mapToDouble(
					MeanInterval::high).toArray());
	}

	Json json() {
		return new Json().put("name", name).put("x", x).put("points", intervals
			.stream().map(MeanInterval::toJson).toList());
	}
}
