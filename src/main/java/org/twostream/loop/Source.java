
package org.twostream.loop;

/**
 * What a step needs to make a project that is not there yet; every part may be
 * "" where the project or the file knows it.
 *
 * @param raw URI of the raw volume
 * @param voxelNm "x,y,z" in nm
 * @param target mitochondria, cleft or polarity
 */
public record Source(String raw, String voxelNm, String target) {

	/** Everything from the project. */
	public static final Source NONE = new Source("", "", "");
}
