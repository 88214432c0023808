
package org.twostream.loop;

import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.measure.Proportion;
import org.twostream.net.Engine;
import org.twostream.net.SegmentationNetwork;
import org.twostream.segment.RoiDecision;
import org.twostream.segment.RoiRule;
import org.twostream.segment.WindowSize;
import org.twostream.volume.EmVolume;

/**
 * How often a base model, asked again about ROIs of a frozen set, agrees with
 * the truth (docs/design.md, ROI accuracy).
 *
 * @param rois the frozen set
 * @param rows those that count: the test part
 * @param real the truth by row of the whole set
 */
record RoiAccuracy(RoiSet rois, int[] rows, boolean[] real) {

	private static final int BATCH = 4;

	Proportion of(final BaseModel model, final Compute compute,
		final Progress progress)
	{
		if (rows.length == 0) return new Proportion(0, 0);
		try (EmVolume raw = rois.project().raw();
				EmVolume labels = rois.labels();
				Engine engine = compute.engine();
				SegmentationNetwork network = model.network(engine))
		{
			final boolean[] said = new RoiDecision(network, rule(model), BATCH)
				.decide(raw, labels, rois.regions(rows), progress);
			long agree = 0;
			for (int i = 0; i < rows.length; i++)
				if (said[i] == real[rows[i]]) agree++;
			return new Proportion(agree, rows.length);
		}
	}

	private RoiRule rule(final BaseModel model) {
		final Target target = rois.project().info().target();
		if (target == Target.POLARITY) return RoiRule.polarity();
		final var proposed = rois.project().record(Kind.ROIS, rois.id()).object(
			"settings");
		final WindowSize w = model.window();
		return RoiRule.of(target, w, proposed.number("threshold"), proposed.integer(
			"min_voxels"));
	}
}
