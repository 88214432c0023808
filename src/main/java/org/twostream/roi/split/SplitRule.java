
package org.twostream.roi.split;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.twostream.core.Nearest;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/** Where objects that touch are cut; the key {@code split}. */
public enum SplitRule {

		/** Nowhere. */
		NONE,
		/** At valleys of the probability. */
		PROBABILITY,
		/** At necks: valleys of the distance from what is outside. */
		DISTANCE;

	/** Default depth of a valley of the probability. */
	private static final double PROBABILITY_DEPTH = 0.2;
	/** Default depth of a valley of the distance, nm. */
	private static final double DISTANCE_NM = 80;

	/** As the key has it. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @throws UserError if it is none of the words
	 */
	public static SplitRule of(final String text) {
		for (final SplitRule rule : values())
			if (rule.text().equals(text)) return rule;
		throw new UserError("split=" + text + " is unknown; did you mean " + Nearest
			.to(text, Arrays.stream(values()).map(SplitRule::text).toList()) + "?");
	}

	/**
	 * How deep a valley must be by default: 0.2 of probability; 80 nm, or an edge
	 * of a voxel where one is longer, since distances are no finer than that.
	 */
	public double usualDepth(final VoxelSize size) {
		return this == PROBABILITY ? PROBABILITY_DEPTH : Math.max(DISTANCE_NM, Math
			.max(size.x(), Math.max(size.y(), size.z())));
	}

	/**
	 * @param depth of a valley between two parts, seen from the lower peak: 0..1
	 *          of probability, nm of distance; above 0
	 * @param minVoxels of a part, 1 or more
	 * @return empty for no splitting
	 * @throws UserError if the depth is not positive, or no probability
	 */
	public Optional<Splitter> splitter(final double depth, final long minVoxels) {
		if (this == NONE) return Optional.empty();
		final boolean probability = this == PROBABILITY;
		if (!(depth > 0) || probability && depth > 1 || Double.isInfinite(depth))
			throw new UserError("split_depth=" + depth + " is not above 0" +
				(probability ? " and at most 1; give a difference of probabilities."
					: "; give a distance in nm."));
		return Optional.of(new Watershed(probability ? new ProbabilityHeight()
			: new DistanceHeight(), depth, Math.max(1, minVoxels)));
	}
}
