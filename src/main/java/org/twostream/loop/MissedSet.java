
package org.twostream.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.Target;
import org.twostream.core.Tsv;
import org.twostream.core.VoxelSize;
import org.twostream.review.Anchor;
import org.twostream.review.CarryOver;
import org.twostream.review.Fate;
import org.twostream.review.Find;
import org.twostream.review.Purpose;
import org.twostream.review.Verdict;
import org.twostream.roi.ObjectAt;
import org.twostream.roi.ObjectMask;
import org.twostream.roi.Roi;
import org.twostream.volume.EmVolume;

/**
 * The objects that a proposal lacks, out of the places that annotators marked.
 * Marks of which the masks share a voxel are one object, the one that was found
 * at the highest threshold; so are bare points within
 * {@value ObjectAt#REACH_NM} nm, and a point and the object that holds it.
 *
 * @param rois the proposal
 * @param objects in the order in which they were first marked, with the ids
 *          after the proposal's
 */
record MissedSet(RoiSet rois, List<MissedObject> objects) {

	static final String TABLE = "missed.tsv";

	/** Those that the answers name. */
	static MissedSet of(final RoiSet rois, final Answers answers) {
		final List<Verdict> marks = new ArrayList<>(answers.missed());
		marks.sort(Comparator.comparingDouble((final Verdict v) -> -v.find()
			.orElseThrow().threshold()).thenComparing(Verdict::time));
		final List<MissedObject> found = new ArrayList<>();
		try (MissedMasks masks = new MissedMasks(rois)) {
			for (final Verdict mark : marks)
				add(found, mark, masks.of(mark), rois.table().voxelSize());
		}
		found.sort(Comparator.comparing(o -> o.marks().get(0).time()));
		long id = rois.table().rois().stream().mapToLong(Roi::id).max().orElse(0);
		final List<MissedObject> numbered = new ArrayList<>();
		for (final MissedObject o : found)
			numbered.add(new MissedObject(++id, o.mask(), o.marks()));
		return new MissedSet(rois, numbered);
	}

	private static void add(final List<MissedObject> found, final Verdict mark,
		final Optional<ObjectMask> mask, final VoxelSize size)
	{
		for (int i = 0; i < found.size(); i++)
			if (isSame(found.get(i), mark.find().orElseThrow(), mask, size)) {
				found.set(i, found.get(i).and(mark));
				return;
			}
		found.add(new MissedObject(0, mask, List.of(mark)));
	}

	private static boolean isSame(final MissedObject o, final Find place,
		final Optional<ObjectMask> mask, final VoxelSize size)
	{
		if (o.mask().isPresent()) return mask.isPresent() ? o.mask().get().overlaps(
			mask.get()) : o.mask().get().holds(place.x(), place.y(), place.z());
		final Find p = o.place();
		if (mask.isPresent()) return mask.get().holds(p.x(), p.y(), p.z());
		return Math.hypot(Math.hypot((p.x() - place.x()) * size.x(), (p.y() - place
			.y()) * size.y()), (p.z() - place.z()) * size.z()) <= ObjectAt.REACH_NM;
	}

	/**
	 * Verdicts as they stand for this proposal: a marked place that one of its
	 * ROIs holds is that ROI.
	 */
	static List<Verdict> settled(final RoiSet rois,
		final List<Verdict> verdicts)
	{
		if (verdicts.stream().allMatch(v -> v.find().isEmpty())) return verdicts;
		final Map<String, Anchor> anchors = new HashMap<>();
		try (EmVolume labels = rois.labels()) {
			for (final Verdict v : verdicts)
				v.find().flatMap(f -> rois.table().row(id(rois, labels, f))).ifPresent(
					row -> anchors.put(v.uuid(), Anchor.of(rois.table().get(row), rois
						.id())));
		}
		return verdicts.stream().map(v -> anchors.containsKey(v.uuid()) ? v.about(
			anchors.get(v.uuid())) : v).toList();
	}

	private static long id(final RoiSet rois, final EmVolume labels,
		final Find f)
	{
		if (!labels.info().box().contains(f.x(), f.y(), f.z())) return 0;
		final long label = labels.ids(0, new Box(f.x(), f.y(), f.z(), f.x() + 1, f
			.y() + 1, f.z() + 1))[0];
		return polarity(rois) ? (label + 1) / 2 : label;
	}

	/** Marks of objects that the proposal still lacks. */
	static List<Verdict> missed(final RoiSet rois, final List<Verdict> settled) {
		final List<Verdict> some = settled.stream().filter(v -> v
			.purpose() == Purpose.MISSED || v.purpose() == Purpose.QUERY).toList();
		return CarryOver.of(some, rois.table()).fates().stream().filter(f -> f
			.kind() == Fate.Kind.MISSED).flatMap(f -> f.verdicts().stream()).toList();
	}

	static boolean polarity(final RoiSet rois) {
		return rois.project().info().target() == Target.POLARITY;
	}

	/** Objects without a mask. */
	long points() {
		return objects.stream().filter(o -> o.mask().isEmpty()).count();
	}

	/** How many, in words. */
	String text() {
		return objects.size() + (points() == 0 ? "" : " (" + points() +
			" bare points)");
	}

	/** Labels those with a mask, where there is no label yet. */
	void label(final Box area, final long[] ids) {
		for (final MissedObject o : objects)
			o.mask().ifPresent(m -> m.label(area, ids, o.id(), polarity(rois)));
	}

	/** Writes missed.tsv; the format is described in docs/format/decisions.md. */
	void write(final Path file) {
		final Tsv table = new Tsv("id", "kind", "x_px", "y_px", "z_px", "x_min_px",
			"y_min_px", "z_min_px", "x_max_px", "y_max_px", "z_max_px", "x_nm",
			"y_nm", "z_nm", "voxels", "threshold", "prediction", "annotators");
		try (EmVolume labels = rois.labels()) {
			for (final MissedObject o : objects) {
				final Find p = o.place();
				final Roi r = o.mask().orElseGet(() -> ObjectMask.voxel(p.x(), p.y(), p
					.z())).roi(o.id(), rois.table().voxelSize(), labels.info().box(),
						polarity(rois));
				final Box b = r.box();
				final boolean point = o.mask().isEmpty();
				table.row(o.id(), point ? "point" : "object", p.x(), p.y(), p.z(), b
					.xMin(), b.yMin(), b.zMin(), b.xMax(), b.yMax(), b.zMax(), r.xNm(), r
						.yNm(), r.zNm(), point ? 0 : r.voxels(), point ? 0 : p.threshold(),
					p.prediction(), String.join(", ", o.annotators()));
			}
		}
		table.write(file);
	}
}
