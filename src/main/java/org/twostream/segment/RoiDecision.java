
package org.twostream.segment;

import java.util.ArrayList;
import java.util.List;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.net.SegmentationNetwork;
import org.twostream.volume.EmVolume;

/**
 * What a network says of ROIs: each is predicted again in a window of its own
 * and is True or False by an {@link RoiRule}. The share of ROIs where this
 * agrees with the truth is the ROI accuracy of the network. Not thread-safe;
 * does not close the network.
 */
public final class RoiDecision {

	private final RoiRule rule;
	private final WindowModel model;

	/**
	 * @param batch windows per forward pass
	 * @throws org.twostream.core.UserError if the network cannot take the rule's
	 *           window
	 */
	public RoiDecision(final SegmentationNetwork network, final RoiRule rule,
		final int batch)
	{
		this.rule = rule;
		model = new WindowModel(List.of(network), rule.window(), 1, batch);
	}

	/** A part of an ROI that one window predicts. */
	private record Tile(Crop crop, Box part, Box window) {
	}

	/** An ROI while its tiles come in. */
	private static final class Crop {

		private final int index;
		private final Box area;
		private final byte[][] probability;
		private int waiting;

		Crop(final int index, final Box area, final int channels) {
			this.index = index;
			this.area = area;
			probability = new byte[channels][area.arrayLength()];
		}
	}

	/**
	 * @param raw 8 bit
	 * @param labels the ROIs' masks by id; polarity does not look at them
	 * @return for each ROI whether the network says that it is one
	 * @throws org.twostream.core.Cancelled between two windows
	 */
	public boolean[] decide(final EmVolume raw, final EmVolume labels,
		final List<RoiRegion> rois, final Progress progress)
	{
		Predictor.checkRaw(raw.info());
		final boolean[] real = new boolean[rois.size()];
		final List<Tile> waiting = new ArrayList<>();
		int decided = 0;
		for (int i = 0; i < rois.size(); i++) {
			waiting.addAll(tiles(i, rois.get(i)));
			while (waiting.size() >= model.batch() || i == rois.size() - 1 && !waiting
				.isEmpty())
			{
				progress.check();
				final List<Tile> now = waiting.subList(0, Math.min(model.batch(),
					waiting.size()));
				for (final Crop crop : predict(raw, now)) {
					real[crop.index] = decide(crop, labels, rois.get(crop.index));
					progress.report((double) ++decided / rois.size(), "Deciding ROIs");
				}
				now.clear();
			}
		}
		return real;
	}

	/** The part of the volume that decides, cut so that windows cover it. */
	private List<Tile> tiles(final int index, final RoiRegion roi) {
		final WindowSize w = rule.window();
		// What the network itself does not give is no part of it either.
		final WindowSize out = model.output();
		final int x = Math.min(out.x(), w.x() - 2 * rule.xyMargin());
		final int y = Math.min(out.y(), w.y() - 2 * rule.xyMargin());
		final int z = Math.min(out.z(), w.z() - 2 * rule.zMargin());
		Box area = roi.box();
		if (rule.target() == Target.POLARITY) area = hull(area, new WindowSize(x, y,
			z).centredOn(area));
		final int xn = parts(area.xSize(), x);
		final int yn = parts(area.ySize(), y);
		final int zn = parts(area.zSize(), z);
		final Crop crop = new Crop(index, area, rule.target().channels());
		final List<Tile> tiles = new ArrayList<>();
		for (int k = 0; k < zn; k++)
			for (int j = 0; j < yn; j++)
				for (int i = 0; i < xn; i++) {
					final Box part = new Box(cut(area.xMin(), area.xSize(), i, xn), cut(
						area.yMin(), area.ySize(), j, yn), cut(area.zMin(), area.zSize(), k,
							zn), cut(area.xMin(), area.xSize(), i + 1, xn), cut(area.yMin(),
								area.ySize(), j + 1, yn), cut(area.zMin(), area.zSize(), k + 1,
									zn));
					tiles.add(new Tile(crop, part, w.centredOn(part)));
				}
		crop.waiting = tiles.size();
		return tiles;
	}

	private static int parts(final long size, final int most) {
		return (int) ((size + most - 1) / most);
	}

	private static long cut(final long min, final long size, final int i,
		final int n)
	{
		return min + size * i / n;
	}

	private static Box hull(final Box a, final Box b) {
		return new Box(Math.min(a.xMin(), b.xMin()), Math.min(a.yMin(), b.yMin()),
			Math.min(a.zMin(), b.zMin()), Math.max(a.xMax(), b.xMax()), Math.max(a
				.yMax(), b.yMax()), Math.max(a.zMax(), b.zMax()));
	}

	/** Predicts tiles and hands out the ROIs that are now whole. */
	private List<Crop> predict(final EmVolume raw, final List<Tile> tiles) {
		final List<byte[]> inputs = new ArrayList<>();
		for (final Tile tile : tiles)
			inputs.add(Mirror.read((box, t) -> raw.read(0, box, t), raw.info().box(),
				tile.window));
		final List<float[]> outputs = model.predict(inputs);
		final List<Crop> whole = new ArrayList<>();
		for (int i = 0; i < tiles.size(); i++) {
			final Tile tile = tiles.get(i);
			store(outputs.get(i), tile);
			if (--tile.crop.waiting == 0) whole.add(tile.crop);
		}
		return whole;
	}

	private void store(final float[] output, final Tile tile) {
		final WindowSize w = model.output();
		final Box from = w.centredOn(tile.window);
		final Box area = tile.crop.area;
		final Box part = tile.part;
		for (int c = 0; c < tile.crop.probability.length; c++)
			for (long z = part.zMin(); z < part.zMax(); z++)
				for (long y = part.yMin(); y < part.yMax(); y++) {
					final int source = c * w.voxels() + (int) (((z - from.zMin()) * w
						.y() + y - from.yMin()) * w.x() + part.xMin() - from.xMin());
					final int target = (int) (((z - area.zMin()) * area.ySize() + y - area
						.yMin()) * area.xSize() + part.xMin() - area.xMin());
					for (int x = 0; x < part.xSize(); x++)
						tile.crop.probability[c][target + x] = (byte) Math.min(255,
							(int) (255 * output[source + x]));
				}
	}

	private boolean decide(final Crop crop, final EmVolume labels,
		final RoiRegion roi)
	{
		final byte[][] p = crop.probability;
		if (rule.target() == Target.POLARITY) return Components.of(crop.area,
			i -> counts(p[0][i]) && counts(p[2][i]), 6).largest() >= rule
				.minVoxels() && Components.of(crop.area, i -> counts(p[1][i]) && counts(
					p[2][i]), 6).largest() >= rule.minVoxels();
		final byte[] mask = roi.mask(labels, crop.area, rule.target());
		return Components.of(crop.area, i -> mask[i] != 0 && counts(p[0][i]), 26)
			.largest() >= rule.minVoxels();
	}

	private boolean counts(final byte stored) {
		return (stored & 0xFF) >= rule.threshold() * 255 - 1e-9;
	}
}
