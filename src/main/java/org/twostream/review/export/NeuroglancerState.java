
package org.twostream.review.export;

import java.util.ArrayList;
import java.util.List;

import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.VoxelSize;
import org.twostream.review.Find;
import org.twostream.review.Verdict;
import org.twostream.roi.Roi;

/**
 * A state of Neuroglancer with one layer, {@code annotations}: a box per ROI
 * and a point per marked missed object, coloured by the answer. Coordinates are
 * voxels whose first one reaches from 0 to 1, as Neuroglancer counts.
 */
public final class NeuroglancerState {

	private static final double NM_PER_M = 1e9;
	private static final String MISSED_COLOUR = "#cc79a7";
	private static final String SHADER =
		"void main() {\n  setColor(prop_color());\n}\n";

	private NeuroglancerState() {}

	/**
	 * @param missed verdicts of marked places
	 */
	public static Json of(final List<ExportedRoi> rois,
		final List<Verdict> missed, final VoxelSize size)
	{
		final Json dimensions = new Json();
		dimensions.put("x", List.of(size.x() / NM_PER_M, "m"));
		dimensions.put("y", List.of(size.y() / NM_PER_M, "m"));
		dimensions.put("z", List.of(size.z() / NM_PER_M, "m"));
		final List<Json> annotations = new ArrayList<>();
		for (final ExportedRoi r : rois)
			annotations.add(box(r));
		for (final Verdict v : missed)
			v.find().ifPresent(f -> annotations.add(point(v, f)));
		final Json layer = new Json().put("type", "annotation").put("name",
			"annotations").put("source", new Json().put("url", "local://annotations")
				.put("transform", new Json().put("outputDimensions", dimensions))).put(
					"annotationProperties", properties()).put("annotations", annotations)
			.put("shader", SHADER);
		final Json state = new Json().put("dimensions", dimensions);
		if (!rois.isEmpty()) state.put("position", middle(rois.get(0).roi().box()));
		return state.put("layers", List.of(layer));
	}

	private static List<Json> properties() {
		final List<Integer> codes = new ArrayList<>();
		final List<String> names = new ArrayList<>();
		for (final Answer a : Answer.values()) {
			codes.add(a.ordinal());
			names.add(a.text());
		}
		codes.add(Answer.values().length);
		names.add("none");
		return List.of(new Json().put("id", "color").put("type", "rgb").put(
			"default", "#ffffff"), new Json().put("id", "answer").put("type", "uint8")
				.put("default", Answer.values().length).put("enum_values", codes).put(
					"enum_labels", names), new Json().put("id", "probability").put("type",
						"float32").put("default", 0.5));
	}

	private static Json box(final ExportedRoi r) {
		final Roi roi = r.roi();
		final Box b = roi.box();
		return new Json().put("type", "axis_aligned_bounding_box").put("id",
			"roi-" + roi.id()).put("pointA", List.of(b.xMin(), b.yMin(), b.zMin()))
			.put("pointB", List.of(b.xMax(), b.yMax(), b.zMax())).put("description",
				"ROI " + roi.id() + (r.answerText().isEmpty() ? "" : ": " + r
					.answerText())).put("props", List.of(r.colour(), r.answer().map(
						Answer::ordinal).orElse(Answer.values().length), Double.isNaN(r
							.probability()) ? 0.5 : r.probability()));
	}

	private static Json point(final Verdict v, final Find f) {
		return new Json().put("type", "point").put("id", v.uuid()).put("point", List
			.of(f.x() + 0.5, f.y() + 0.5, f.z() + 0.5)).put("description",
				"missed, marked by " + v.annotator()).put("props", List.of(
					MISSED_COLOUR, v.answer().ordinal(), 1));
	}

	private static List<Double> middle(final Box b) {
		return List.of((b.xMin() + b.xMax()) / 2.0, (b.yMin() + b.yMax()) / 2.0, (b
			.zMin() + b.zMax()) / 2.0);
	}
}
