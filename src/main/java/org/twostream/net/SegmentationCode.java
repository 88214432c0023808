
package org.twostream.net;

import java.util.List;

/** The parameters and the text of a segmentation network and its training. */
final class SegmentationCode {

	/** Counts the definitions of these networks. */
	static final int VERSION = 1;

	private static final String PASSES = "segmentation.torchscript";

	private final NetworkCode network;
	private final InputSizes inputSizes;

	private SegmentationCode(final NetworkCode network,
		final InputSizes inputSizes)
	{
		this.network = network;
		this.inputSizes = inputSizes;
	}

	static SegmentationCode of(final Architecture a) {
		switch (a.family()) {
			case FEATURE_PYRAMID:
				return new SegmentationCode(FeaturePyramid.of(a), GatedStages
					.inputSizes(a));
			case RESIDUAL_UNET:
				return new SegmentationCode(ResidualUNet.of(a), InputSizes.multiples(1,
					16, 16));
			default:
				throw new AssertionError(a.family());
		}
	}

	List<Parameter> parameters() {
		return network.parameters();
	}

	InputSizes inputSizes() {
		return inputSizes;
	}

	String text() {
		return Script.resource(PASSES) + network.text();
	}
}
