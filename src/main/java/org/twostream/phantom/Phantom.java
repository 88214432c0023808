
package org.twostream.phantom;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeWriter;

/**
 * An EM-like volume of neural tissue with its truth, made from a seed:
 * neurites, mitochondria, synapses with vesicles, and things that look like
 * them and are none. Any box can be asked for; neighbouring boxes agree exactly
 * and every voxel is the same bits whatever the box, thread and processor.
 * Arrays are x fastest, then y, then z. Thread-safe; memory is set by the box
 * and not by the volume.
 */
public final class Phantom {

	private final PhantomSettings settings;
	private final PhantomKnobs knobs;
	private final Neurites neurites;
	private final Sections sections;
	private final Scene scene;
	private final long key;

	public Phantom(final PhantomSettings settings) {
		this(settings, PhantomKnobs.FROZEN);
	}

	Phantom(final PhantomSettings settings, final PhantomKnobs knobs) {
		this.settings = settings;
		this.knobs = knobs;
		key = settings.seed().of("phantom").value();
		neurites = new Neurites(Hash.of(key, 1), knobs);
		sections = new Sections(Hash.of(key, 2), knobs.imaging());
		scene = new Scene((x, y, z, taken) -> new SceneCellBuilder(neurites,
			settings, knobs, Hash.of(Hash.of(key, 3), x, y, z), firstId(x, y, z),
			new double[] { x * SceneCell.EDGE, y * SceneCell.EDGE, z *
				SceneCell.EDGE }, taken));
	}

	/** Ids count through the cubes that the volume can show a part of. */
	private long firstId(final long x, final long y, final long z) {
		final long xCells = cells(settings.xSize() * settings.voxelSize().x());
		final long yCells = cells(settings.ySize() * settings.voxelSize().y());
		return 1 + SceneCell.MOST * (x + 2 + xCells * (y + 2 + yCells * (z + 2)));
	}

	private static long cells(final double nm) {
		return 5 + (long) Math.ceil(nm / SceneCell.EDGE);
	}

	public PhantomSettings settings() {
		return settings;
	}

	/**
	 * 16 hexadecimal digits that change with any knob, setting or grey value:
	 * figures with the same ones are of the same phantom.
	 */
	public String fingerprint() {
		return Fingerprint.of(this, knobs);
	}

	/** All voxels. */
	public Box box() {
		return Box.ofSize(settings.xSize(), settings.ySize(), settings.zSize());
	}

	/**
	 * Makes grey values, 0 (black) to 255 (white).
	 *
	 * @param box inside {@link #box()}
	 * @param target at least {@code box.voxels()} long
	 * @throws IllegalArgumentException if the box leaves the volume
	 */
	public void raw(final Box box, final byte[] target) {
		check(box);
		renderer().raw(box, target);
	}

	/**
	 * Makes the truth of a target; 0 is background. Mitochondria and clefts: one
	 * id per object, unique in the volume. Polarity: 2n - 1 is the pre and 2n the
	 * post side of the synapse whose cleft has id n.
	 *
	 * @param box inside {@link #box()}
	 * @param ids at least {@code box.voxels()} long
	 * @throws IllegalArgumentException if the box leaves the volume
	 */
	public void labels(final Target target, final Box box, final long[] ids) {
		check(box);
		renderer().labels(target, box, ids);
	}

	private void check(final Box box) {
		if (!box().contains(box)) throw new IllegalArgumentException(box +
			" leaves the phantom " + box());
	}

	private Renderer renderer() {
		final Tile tile = new Tile(settings.voxelSize());
		return new Renderer(scene, sections, new TissuePainter(neurites, knobs, Hash
			.of(key, 4), settings.voxelSize()), new Camera(knobs.imaging(), sections,
				Hash.of(key, 5), tile.size), tile);
	}

	/** The grey values as a volume: uint8, one channel. */
	public EmVolume rawVolume() {
		return PhantomVolume.raw(this);
	}

	/** The truth of a target as a volume: uint64, one channel. */
	public EmVolume labelVolume(final Target target) {
		return PhantomVolume.labels(this, target);
	}

	/**
	 * Streams grey values and the truth of the settings' target into two volumes
	 * of the phantom's size, chunk by chunk.
	 *
	 * @param raw uint8, one channel
	 * @param labels any integer type wide enough for the ids, one channel
	 * @param threads at least 1
	 * @throws org.twostream.core.UserError if a disk refuses
	 * @throws org.twostream.core.Cancelled if the user asked to stop; the volumes
	 *           are then unfinished
	 */
	public void write(final VolumeWriter raw, final VolumeWriter labels,
		final int threads, final Progress progress)
	{
		final PhantomWriter writer = new PhantomWriter(this, threads);
		writer.writeRaw(raw, progress.part(0, 0.85));
		writer.writeLabels(settings.target(), labels, progress.part(0.85, 1));
	}

	/** As {@link #write}, grey values only. */
	public void writeRaw(final VolumeWriter raw, final int threads,
		final Progress progress)
	{
		new PhantomWriter(this, threads).writeRaw(raw, progress);
	}

	/** As {@link #write}, the truth of any target only. */
	public void writeLabels(final Target target, final VolumeWriter labels,
		final int threads, final Progress progress)
	{
		new PhantomWriter(this, threads).writeLabels(target, labels, progress);
	}
}
