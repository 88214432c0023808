
package org.twostream.roi.split;

/** The probability, 0..1. */
record ProbabilityHeight() implements HeightMap {

	@Override
	public float[] of(final ObjectVoxels object) {
		final float[] height = new float[object.size()];
		for (int v = 0; v < height.length; v++)
			height[v] = object.probability(v) / 255f;
		return height;
	}

	@Override
	public String text() {
		return "probability";
	}
}
