
package org.twostream.loop;

import java.util.HashSet;
import java.util.Set;

import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;

/**
 * The ROIs of which nothing is ever asked, so that a base model can be judged
 * on them. Which ones follows from the seed and each ROI's place alone: another
 * order of the table keeps them.
 */
final class TestPart {

	private TestPart() {}

	/**
	 * Rows of the test part.
	 *
	 * @param share wanted share, 0..0.9
	 * @throws UserError if the share is outside its range
	 */
	static Set<Integer> rows(final RoiTable table, final double share,
		final Seed seed)
	{
		if (!(share >= 0 && share <= 0.9)) throw new UserError("test_share=" +
			share + " is not in 0..0.9; 0.2 is usual, 0 is none.");
		final Seed base = seed.of("test part");
		final Set<Integer> rows = new HashSet<>();
		for (int i = 0; i < table.size(); i++) {
			final Roi roi = table.get(i);
			if (base.of(Math.round(roi.xNm())).of(Math.round(roi.yNm())).of(Math
				.round(roi.zNm())).random().nextDouble() < share) rows.add(i);
		}
		return rows;
	}
}
