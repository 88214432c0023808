
package org.twostream.roi;

import java.io.Serializable;

import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;

/**
 * Cuts turned square images out of a raw volume. Thread-safe.
 */
public final class PatchSampler implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Points along each axis of a pixel; more change nothing that one sees. */
	static final int MOST_POINTS = 100;

	private final EmVolume raw;

	/**
	 * @param raw 8-bit, channel 0 is shown
	 * @throws UserError if the volume has no voxel or is not 8-bit
	 */
	public PatchSampler(final EmVolume raw) {
		if (raw.info().box().isEmpty()) throw new UserError(
			"The raw volume has no voxel; choose another one.");
		if (raw.info().type() != PixelType.UINT8) throw new UserError(
			"The raw volume holds " + raw.info().type() +
				" voxels; convert it to 8-bit.");
		this.raw = raw;
	}

	/**
	 * Cuts one patch: linear interpolation, averaged over several points per
	 * pixel where a pixel covers several voxels, so that nothing is lost; beyond
	 * the volume its mirror image.
	 *
	 * @param frame the section must be inside the volume
	 * @param target receives {@link PatchFrame#PIXELS} grey values, x fastest
	 * @param offset of the first
	 */
	public void cut(final PatchFrame frame, final byte[] target,
		final int offset)
	{
		final double xVoxel = frame.voxelSize().x();
		final double yVoxel = frame.voxelSize().y();
		final Section section = new Section(raw, frame.x(), frame.y(), frame.z(),
			frame.reachNm() / xVoxel, frame.reachNm() / yVoxel);
		final int fine = (int) Math.max(1, Math.min(MOST_POINTS, Math.round(frame
			.step() / Math.min(xVoxel, yVoxel))));
		final double[] sum = new double[PatchFrame.PIXELS];
		frame.forEach(fine, (i, x, y) -> sum[i] += section.at(x, y));
		for (int i = 0; i < sum.length; i++)
			target[offset + i] = (byte) Math.round(sum[i] / (fine * fine));
	}
}
