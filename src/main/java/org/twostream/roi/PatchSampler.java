
package org.twostream.roi;

import java.io.Serializable;
import java.util.Arrays;

import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;

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

	VolumeInfo info() {
		return raw.info();
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
		final double[] sum = new double[PatchFrame.SIDE];
		frame.forEachRow(fine, (row, x, y) -> {
			section.add(x, y, fine, sum);
			if (row % fine < fine - 1) return;
			final int first = offset + row / fine * PatchFrame.SIDE;
			for (int i = 0; i < sum.length; i++)
				target[first + i] = (byte) rounded(sum[i] / (fine * fine));
			Arrays.fill(sum, 0);
		});
	}

	/** As {@link Math#round(double)} does, for what is not negative. */
	private static int rounded(final double grey) {
		final int near = (int) (grey + 0.5);
		return near - grey > 0.5 ? near - 1 : near;
	}
}
