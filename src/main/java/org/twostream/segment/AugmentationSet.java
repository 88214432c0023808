
package org.twostream.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.twostream.core.Box;
import org.twostream.core.Nearest;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/**
 * The augmentations that training uses, the key {@code augment}. All that moves
 * voxels is one resampling of the volume; then the image is damaged in the
 * order of the code of 2020 (cut-noise, cut-blur, motion-blur, missing-parts,
 * grayscale); rotation and flips come last. Each has random numbers of its own,
 * so that leaving one out changes no other. Immutable and thread-safe.
 */
public final class AugmentationSet {

	/** Voxels whose edges differ by less than this factor are cubes. */
	private static final double CUBE = 1.25;

	private static final String ALL = "all";
	private static final String NONE = "none";
	private static final String OF_2019 = "2019";

	/** All there are, the first applied last; the argument is: cubes. */
	private static final Map<String, Function<Boolean, Augmentation>> KNOWN =
		new LinkedHashMap<>();
	static {
		KNOWN.put("flips", Flips::new);
		KNOWN.put("rotation", cubes -> new Rotation());
		KNOWN.put("rescale", cubes -> new Rescale());
		KNOWN.put("elastic", cubes -> new Elastic());
		KNOWN.put("coarse-elastic", cubes -> new CoarseElastic());
		KNOWN.put("grayscale", cubes -> new Grayscale());
		KNOWN.put("missing-parts", cubes -> MissingParts.OF_2020);
		KNOWN.put("missing-parts-2019", cubes -> MissingParts.OF_2019);
		KNOWN.put("missing-section", cubes -> new MissingSection());
		KNOWN.put("misalignment", cubes -> new Misalignment());
		KNOWN.put("motion-blur", cubes -> new MotionBlur());
		KNOWN.put("cut-blur", CutBlur::new);
		KNOWN.put("cut-noise", cubes -> new CutNoise());
		KNOWN.put("smooth-labels", cubes -> new LabelSmoothing());
	}

	/** In none of the named sets but by name. */
	private static final Set<String> EXTRA = Set.of("coarse-elastic",
		"missing-parts-2019", "smooth-labels");

	private final List<String> names;
	/** In the order in which they are applied. */
	private final List<Augmentation> augmentations = new ArrayList<>();

	private AugmentationSet(final Set<String> chosen, final boolean cubes) {
		names = KNOWN.keySet().stream().filter(chosen::contains).toList();
		for (final String name : names)
			augmentations.add(0, KNOWN.get(name).apply(cubes));
	}

	/** Windows as they are. */
	public static AugmentationSet none() {
		return new AugmentationSet(Set.of(), false);
	}

	/**
	 * @param text {@code all} (the suite of 2020), {@code none}, {@code 2019} or
	 *          names with commas between them, which are added, or taken away
	 *          where a minus stands before: {@code all,-elastic}; a list that
	 *          starts with a minus means all but these
	 * @param voxels near cubes allow the exchange of x and z and blur along z
	 * @throws UserError if a name is unknown or taken away without being there
	 */
	public static AugmentationSet parse(final String text,
		final VoxelSize voxels)
	{
		final String[] terms = text.trim().split("\\s*,\\s*", -1);
		if (terms.length == 1 && terms[0].equals(NONE)) return none();
		final Set<String> chosen = new TreeSet<>();
		if (terms[0].startsWith("-")) chosen.addAll(named(ALL));
		for (final String term : terms)
			if (!term.startsWith("-")) chosen.addAll(checked(text, term));
			else if (!chosen.removeAll(checked(text, term.substring(1))))
				throw new UserError("augment=" + text + " takes away " + term.substring(
					1) + ", which is not in it; leave " + term + " out.");
		final double least = Math.min(voxels.x(), Math.min(voxels.y(), voxels.z()));
		final double most = Math.max(voxels.x(), Math.max(voxels.y(), voxels.z()));
		return new AugmentationSet(chosen, most < CUBE * least);
	}

	private static Set<String> checked(final String text, final String term) {
		final Set<String> names = named(term);
		if (!names.isEmpty()) return names;
		if (term.equals(NONE)) throw new UserError("augment=" + text +
			" has none among others; give augment=none alone.");
		final List<String> known = new ArrayList<>(KNOWN.keySet());
		known.addAll(List.of(ALL, NONE, OF_2019));
		throw new UserError("augment=" + text + " holds \"" + term +
			"\", which is no augmentation; did you mean " + Nearest.to(term, known) +
			"? There are " + String.join(", ", known) + ".");
	}

	private static Set<String> named(final String term) {
		if (term.equals(OF_2019)) return Set.of("flips", "missing-parts-2019");
		if (KNOWN.containsKey(term)) return Set.of(term);
		if (!term.equals(ALL)) return Set.of();
		final Set<String> all = new TreeSet<>(KNOWN.keySet());
		all.removeAll(EXTRA);
		return all;
	}

	/** Their names, in one order whatever the text; none: empty. */
	public List<String> names() {
		return names;
	}

	/** Where the voxels of a window come from. */
	Resampling resampling(final WindowSize window, final Box region,
		final Seed seed)
	{
		final Deformation deformation = new Deformation(window, region.zSize() -
			window.z());
		for (final Augmentation a : augmentations)
			a.deform(deformation, seed.of(a.name()).random());
		return deformation.resampling();
	}

	/** Changes labels in place. */
	void relabel(final byte[] codes, final WindowSize window) {
		for (final Augmentation a : augmentations)
			a.relabel(codes, window);
	}

	/** Changes a window in place. */
	void change(final Sample sample, final Seed seed) {
		for (final Augmentation a : augmentations)
			a.change(sample, seed.of(a.name()).random());
	}
}
