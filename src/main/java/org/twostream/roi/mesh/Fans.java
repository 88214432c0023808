
package org.twostream.roi.mesh;

import java.util.Arrays;

/**
 * The triangles around each corner of a surface that is being thinned out, as
 * linked lists in arrays. An entry is the place of the corner in the array of
 * triangles: entry / 3 is the triangle. Not thread-safe.
 */
final class Fans {

	/** Corners of triangles, three each; those that are gone are -1. */
	final int[] triangles;
	private final int[] first;
	private final int[] next;

	Fans(final int[] triangles, final int corners) {
		this.triangles = triangles.clone();
		first = new int[corners];
		next = new int[triangles.length];
		Arrays.fill(first, -1);
		for (int entry = triangles.length - 1; entry >= 0; entry--)
			add(triangles[entry], entry);
	}

	/** The first entry of a corner, -1 if it has no triangle. */
	int first(final int corner) {
		return first[corner];
	}

	/** The next entry of the same corner, -1 after the last. */
	int next(final int entry) {
		return next[entry];
	}

	boolean has(final int triangle, final int corner) {
		return triangles[3 * triangle] == corner || triangles[3 * triangle +
			1] == corner || triangles[3 * triangle + 2] == corner;
	}

	/** Gives the triangles of one corner to another; those of both are gone. */
	void merge(final int kept, final int gone) {
		for (int entry = first[gone]; entry >= 0;) {
			final int following = next[entry];
			final int t = entry / 3;
			if (has(t, kept)) remove(t, gone);
			else {
				triangles[entry] = kept;
				add(kept, entry);
			}
			entry = following;
		}
		first[gone] = -1;
	}

	private void remove(final int triangle, final int gone) {
		for (int entry = 3 * triangle; entry < 3 * triangle + 3; entry++) {
			final int corner = triangles[entry];
			triangles[entry] = -1;
			if (corner != gone) unlink(corner, entry);
		}
	}

	private void unlink(final int corner, final int entry) {
		if (first[corner] == entry) {
			first[corner] = next[entry];
			return;
		}
		int before = first[corner];
		while (next[before] != entry)
			before = next[before];
		next[before] = next[entry];
	}

	private void add(final int corner, final int entry) {
		next[entry] = first[corner];
		first[corner] = entry;
	}
}
