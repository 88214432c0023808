
package org.twostream.roi;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Masks of ROIs between the pass that turns them and the one that cuts their
 * patches, as far as there is room; the others are read again. A copy in
 * another process holds none. Thread-safe.
 */
final class KeptMasks implements Serializable {

	private static final long serialVersionUID = 1L;

	private final transient Map<Long, SliceMask> masks =
		new ConcurrentHashMap<>();
	private final transient AtomicLong bytesLeft;

	/** @param bytes kept at most */
	KeptMasks(final long bytes) {
		bytesLeft = new AtomicLong(bytes);
	}

	private Object readResolve() {
		return new KeptMasks(0);
	}

	/** Keeps the mask of an ROI's best slice if there is room. */
	void offer(final Roi roi, final SliceMask mask) {
		if (bytesLeft.addAndGet(-mask.bytes()) >= 0) masks.put(roi.id(), mask);
		else bytesLeft.addAndGet(mask.bytes());
	}

	Optional<SliceMask> get(final Roi roi) {
		return Optional.ofNullable(masks.get(roi.id())).filter(m -> m.isOf(roi));
	}
}
