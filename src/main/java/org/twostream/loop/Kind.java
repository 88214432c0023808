
package org.twostream.loop;

import java.util.Locale;

/** The kinds of numbered result, each a folder of the project. */
public enum Kind {

		BASE(""), PREDICTION(".zarr"), ROIS(""), ENCODERS(""), QUERIES(".tsv"),
		DECISIONS(""), REPORT(""), EXPORT(""), SEARCH(""), EXPERIMENT(""), MAP("");

	private final String ending;

	Kind(final String ending) {
		this.ending = ending;
	}

	/** Folder name: lower case. */
	public String folder() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What follows the number in the name of a finished result. */
	String ending() {
		return ending;
	}
}
