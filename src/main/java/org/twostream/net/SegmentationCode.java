
package org.twostream.net;

import java.util.List;

/** The parameters and the text of a segmentation network and its training. */
final class SegmentationCode {

	/** Counts the definitions of these networks. */
	static final int VERSION = 1;

	private static final String PASSES = "segmentation.torchscript";

	private final NetworkCode network;
	private final int[] multiples;

	private SegmentationCode(final NetworkCode network, final int... multiples) {
		this.network = network;
		this.multiples = multiples;
	}

	static SegmentationCode of(final Architecture a) {
		if ("paper".equals(a.name())) return new SegmentationCode(FeaturePyramid.of(
			a), FeaturePyramid.multiples(a));
		return new SegmentationCode(ResidualUNet.of(a.filters(), a.channels()), 1,
			16, 16);
	}

	List<Parameter> parameters() {
		return network.parameters();
	}

	/** The sides of an input must be multiples of these: {z, y, x}. */
	int[] multiples() {
		return multiples.clone();
	}

	String text() {
		return Script.resource(PASSES) + network.text();
	}
}
