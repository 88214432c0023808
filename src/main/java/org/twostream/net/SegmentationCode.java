
package org.twostream.net;

import java.util.List;

/** The parameters and the text of a segmentation network and its training. */
final class SegmentationCode {

	/** Counts the definitions of these networks. */
	static final int VERSION = 1;

	private static final String PASSES = "segmentation.torchscript";

	private final Architecture architecture;
	private final NetworkCode network;
	private final InputSizes inputSizes;

	private SegmentationCode(final Architecture architecture,
		final NetworkCode network, final InputSizes inputSizes)
	{
		this.architecture = architecture;
		this.network = network;
		this.inputSizes = inputSizes;
	}

	static SegmentationCode of(final Architecture a) {
		switch (a.family()) {
			case FEATURE_PYRAMID:
				return new SegmentationCode(a, FeaturePyramid.of(a), GatedStages
					.inputSizes(a));
			case GATED_UNET:
				return new SegmentationCode(a, GatedUNet.of(a), GatedStages.inputSizes(
					a));
			case RESIDUAL_UNET:
				return new SegmentationCode(a, ResidualUNet.of(a), ResidualUNet
					.inputSizes(a));
			case HYBRID:
				return new SegmentationCode(a, HybridNetwork.of(a), HybridNetwork
					.inputSizes());
			case UNET_2D:
				return new SegmentationCode(a, PlainUNet.flat(a), PlainUNet
					.flatSizes());
			case UNET_3D:
				return new SegmentationCode(a, PlainUNet.deep(a), PlainUNet.deepSizes(
					a));
			case ENCODER_DECODER:
				return new SegmentationCode(a, EncoderDecoder.of(a), EncoderDecoder
					.inputSizes(a));
			default:
				throw new AssertionError(a.family());
		}
	}

	List<Parameter> parameters() {
		return network.parameters();
	}

	/** Whether its text has a {@code split_gradient} that works. */
	boolean splits() {
		return network.splits();
	}

	InputSizes inputSizes() {
		return inputSizes;
	}

	String text() {
		return Script.resource(PASSES) + Script.resource(PlainLayers.METHODS) +
			Objective.text(architecture, parameters()) + network.text();
	}
}
