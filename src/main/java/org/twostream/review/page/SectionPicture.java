
package org.twostream.review.page;

import org.twostream.review.session.ReviewScene;
import org.twostream.roi.Roi;

/**
 * What a section shows.
 *
 * @param frame where it lies
 * @param grey the voxels inside the volume, x fastest, 0..255
 * @param mask as grey: 0 outside the object, 1 inside or pre-synaptic, 2
 *          post-synaptic
 */
@SuppressWarnings("ArrayRecordComponent")
public record SectionPicture(SectionFrame frame, byte[] grey, byte[] mask) {

	/**
	 * Reads it.
	 *
	 * @throws org.twostream.core.UserError if a part of a volume is missing
	 */
	public static SectionPicture read(final ReviewScene scene, final Roi roi,
		final SectionFrame frame)
	{
		final long[] ids = scene.labels().ids(0, frame.inside());
		final byte[] mask = new byte[ids.length];
		for (int i = 0; i < ids.length; i++)
			mask[i] = side(ids[i], roi.id(), scene.polarity());
		return new SectionPicture(frame, scene.raw().bytes(0, frame.inside()),
			mask);
	}

	private static byte side(final long id, final long roi,
		final boolean polarity)
	{
		if (!polarity) return (byte) (id == roi ? 1 : 0);
		final long side = id - 2 * (roi - 1);
		return (byte) (side == 1 || side == 2 ? side : 0);
	}
}
