
package org.twostream.phantom;

import org.twostream.phantom.PhantomKnobs.Imaging;

/** What differs from section to section. Immutable, thread-safe. */
final class Sections {

	private final long key;
	private final Imaging imaging;

	Sections(final long key, final Imaging imaging) {
		this.key = key;
		this.imaging = imaging;
	}

	private double gauss(final long section, final int purpose) {
		// Cut at two deviations, so that objects hold together across sections.
		return Math.max(-2, Math.min(2, Noise.gauss(Hash.of(key, section),
			purpose)));
	}

	/** How far the tissue of a section is moved along x, nm. */
	double shiftX(final long section) {
		return imaging.shift() * gauss(section, 0);
	}

	double shiftY(final long section) {
		return imaging.shift() * gauss(section, 1);
	}

	/** Largest shift of any section, nm. */
	double mostShift() {
		return 2 * imaging.shift();
	}

	double brightness(final long section) {
		return imaging.brightness() * gauss(section, 2);
	}

	/** Around 1. */
	double contrast(final long section) {
		return 1 + imaging.contrast() * gauss(section, 3);
	}
}
