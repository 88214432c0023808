
package org.twostream.review.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.twostream.core.Box;
import org.twostream.core.Tsv;
import org.twostream.review.Anchor;
import org.twostream.review.CarryOver;
import org.twostream.review.Fate;
import org.twostream.review.Find;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;

/** All events of all journals as a table: docs/format/export.md. */
public final class VerdictTable {

	private VerdictTable() {}

	/**
	 * @param table where the ROIs are looked for
	 */
	public static Tsv of(final Verdicts verdicts, final RoiTable table) {
		final Map<Anchor.Key, Fate> fates = new HashMap<>();
		for (final Fate f : CarryOver.of(verdicts.events(), table).fates())
			fates.put(f.anchor().key(), f);
		final Set<String> stands = verdicts.standing().stream().map(Verdict::uuid)
			.collect(Collectors.toSet());
		final Tsv out = new Tsv("time", "event", "stands", "annotator", "answer",
			"purpose", "reason", "rois", "fate", "shown_ms", "batch", "model",
			"action", "uuid", "undoes", "proposal", "roi_then", "x_nm", "y_nm",
			"z_nm", "x_min_px", "y_min_px", "z_min_px", "x_max_px", "y_max_px",
			"z_max_px", "mask_hash", "marked_px");
		verdicts.problems().forEach(out::comment);
		for (final Verdict v : verdicts.events()) {
			final Anchor a = v.anchor();
			final Box b = a.box();
			final Fate f = fates.get(a.key());
			out.row(v.time(), v.isUndo() ? "undo" : "verdict", stands.contains(v
				.uuid()) ? "yes" : "no", v.annotator(), v.answer().text(), v.purpose()
					.text(), v.reason(), f.rows().stream().map(table::get).map(Roi::id)
						.map(String::valueOf).collect(Collectors.joining(",")), f.kind()
							.text(), v.millisShown(), v.batch(), v.model(), v.action(), v
								.uuid(), v.undoes(), a.proposal(), a.roi(), a.xNm(), a.yNm(), a
									.zNm(), b.xMin(), b.yMin(), b.zMin(), b.xMax(), b.yMax(), b
										.zMax(), a.maskHash(), v.find().map(VerdictTable::place)
											.orElse(""));
		}
		return out;
	}

	private static String place(final Find f) {
		return f.x() + "," + f.y() + "," + f.z();
	}
}
