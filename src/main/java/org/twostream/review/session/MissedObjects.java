
package org.twostream.review.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.review.Anchor;
import org.twostream.review.Find;
import org.twostream.review.Journal;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.Verdict;
import org.twostream.roi.ObjectAt;
import org.twostream.roi.ObjectMask;

/**
 * Finds what is at a place that no ROI holds, and makes the masks of earlier
 * marks again, those on a thread of its own. Thread-safe.
 */
final class MissedObjects implements AutoCloseable {

	/**
	 * What is at a place.
	 *
	 * @param row of the ROI that holds it, empty for none
	 * @param entry for the journal, where no ROI holds it
	 * @param mask of the object, empty for a bare point
	 */
	record Found(OptionalInt row, Optional<Journal.Entry> entry,
			Optional<ObjectMask> mask) {
	}

	/** @param inRoi whether an ROI holds the place: it is no longer missed */
	private record Drawn(boolean inRoi, Optional<ObjectMask> mask) {
	}

	private final ReviewContext context;
	private final LazyScene scene;
	private final SessionListeners listeners;
	private final Map<String, Drawn> drawn = new ConcurrentHashMap<>();
	private final Set<String> lookedFor = ConcurrentHashMap.newKeySet();
	private final ExecutorService executor = Executors.newSingleThreadExecutor(
		r -> new Thread(r, "TwoStream missed objects"));

	MissedObjects(final ReviewContext context, final LazyScene scene,
		final SessionListeners listeners)
	{
		this.context = context;
		this.scene = scene;
		this.listeners = listeners;
	}

	/**
	 * Looks at a place, voxels.
	 *
	 * @throws UserError if it is outside the volume or cannot be read
	 */
	Found at(final long x, final long y, final long z) {
		final Optional<ObjectAt> objects = objects();
		final ObjectAt.Found found = objects.isPresent() ? objects.get().at(x, y, z)
			: new ObjectAt.Found(roi(x, y, z), 0, Optional.empty());
		final Optional<Integer> row = context.table().row(found.roi());
		if (row.isPresent()) return new Found(OptionalInt.of(row.get()), Optional
			.empty(), Optional.empty());
		final Find find = new Find(x, y, z, scene.get().proposal().map(
			ProposalSettings::prediction).orElse(""), found.threshold());
		return new Found(OptionalInt.empty(), Optional.of(new Journal.Entry(anchor(
			found.mask().orElseGet(() -> ObjectMask.voxel(x, y, z))), Answer.TRUE, "",
			context.batch(), context.model(), -1, Purpose.MISSED, Optional.of(find))),
			found.mask());
	}

	private Anchor anchor(final ObjectMask mask) {
		return Anchor.of(mask.roi(0, context.table().voxelSize(), scene.get()
			.labels().info().box(), scene.get().polarity()), context.proposal());
	}

	private Optional<ObjectAt> objects() {
		final ReviewScene s = scene.get();
		if (s.probability().isEmpty()) return Optional.empty();
		return s.proposal().map(p -> new ObjectAt(s.probability().get(), Optional
			.of(s.labels()), p.labelling(), context.table().voxelSize(), ObjectAt
				.mostVoxels(context.table(), p.labelling().minVoxels())));
	}

	private long roi(final long x, final long y, final long z) {
		final Box box = scene.get().labels().info().box();
		if (!box.contains(x, y, z)) throw new UserError("The place " + x + "," + y +
			"," + z + " is outside the volume of " + box.xSize() + " x " + box
				.ySize() + " x " + box.zSize() + " voxels (x, y, z); mark one inside.");
		final long label = scene.get().labels().ids(0, new Box(x, y, z, x + 1, y +
			1, z + 1))[0];
		return scene.get().polarity() ? (label + 1) / 2 : label;
	}

	/** What was just found belongs to this verdict. */
	void keep(final Verdict v, final Found found) {
		drawn.put(v.uuid(), new Drawn(false, found.mask()));
	}

	/**
	 * What windows draw of these marks, at once; listeners hear when a mask has
	 * been made again.
	 */
	List<MissedMark> marks(final List<Verdict> missed) {
		final List<MissedMark> marks = new ArrayList<>();
		for (final Verdict v : missed) {
			final Drawn d = drawn.get(v.uuid());
			if (d == null && lookedFor.add(v.uuid())) look(v);
			if (d == null || !d.inRoi) marks.add(new MissedMark(v, d == null
				? Optional.empty() : d.mask));
		}
		return marks;
	}

	private void look(final Verdict v) {
		try {
			executor.execute(() -> {
				try {
					drawn.put(v.uuid(), again(v.find().orElseThrow()));
					listeners.tell(SessionListener::missedChanged);
				}
				catch (final UserError e) {
					listeners.failed(e);
				}
			});
		}
		catch (final RejectedExecutionException e) {
			lookedFor.remove(v.uuid()); // closed: nothing is drawn any more
		}
	}

	private Drawn again(final Find f) {
		if (roi(f.x(), f.y(), f.z()) != 0) return new Drawn(true, Optional.empty());
		final boolean same = scene.get().proposal().filter(p -> p.prediction()
			.equals(f.prediction())).isPresent();
		return new Drawn(false, f.isPoint() || !same ? Optional.empty() : objects()
			.flatMap(o -> o.again(f.x(), f.y(), f.z(), f.threshold())));
	}

	/** Waits for what is being read. */
	@Override
	public void close() {
		executor.shutdownNow();
		boolean interrupted = false;
		while (true) {
			try {
				if (executor.awaitTermination(1, TimeUnit.MINUTES)) break;
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}
}
