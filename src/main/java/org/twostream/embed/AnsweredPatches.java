
package org.twostream.embed;

/**
 * Patches with answers: of ROIs, or of the initial labelled volume.
 *
 * @param patches images
 * @param real indices of those answered True
 * @param unreal indices of those answered False
 */
public record AnsweredPatches(PatchSource patches, long[] real, long[] unreal) {

	/** Copies the arrays. */
	public AnsweredPatches {
		real = real.clone();
		unreal = unreal.clone();
	}

	@Override
	public long[] real() {
		return real.clone();
	}

	@Override
	public long[] unreal() {
		return unreal.clone();
	}
}
