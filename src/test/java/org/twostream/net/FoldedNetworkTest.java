
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Seed;
import org.twostream.net.Architecture.Family;

/** The prepared form of a network against the form that learns. */
class FoldedNetworkTest {

	private static final String UNFOLDED =
		"  def unfolded(self: __torch__.Ops, x: Tensor, w: List[Tensor]) -> Tensor:\n" +
			"    return torch.contiguous(torch.sigmoid((self).logits(x, w, False, 0.)), memory_format=0)\n";

	// The smallest windows, several at once, oblong ones, and maps of more than a
	// million numbers, which are not copied for their padding.
	@ParameterizedTest
	@CsvSource({ "light, 1x1x16x16", "light, 3x1x16x48", "light, 2x3x32x16",
		"light-half, 2x3x32x64", "light, 1x1x368x384", "light, 3x1x224x208",
		"paper, 1x2x32x32", "paper, 3x2x96x64", "paper, 1x2x288x256" })
	void givesWhatTheLearningFormGives(final String name, final String window) {
		final int[] n = Arrays.stream(window.split("x")).mapToInt(Integer::parseInt)
			.toArray();
		final Tensor x = new Tensor(Golden.hashed(n[0] * n[1] * n[2] * n[3], 5),
			n[0], 1, n[1], n[2], n[3]);
		final Architecture a = "paper".equals(name) ? new Architecture(
			Family.FEATURE_PYRAMID, List.of(8, 8, 16, 32, 32), 1, Set.of())
			: new Architecture(Family.RESIDUAL_UNET, List.of(8, 12, 16, 16, 16), 2,
				Set.of());
		final SegmentationCode code = SegmentationCode.of(a);
		try (TorchEngine engine = TorchEngine.open("cpu", 1);
				TorchSegmentation net = (TorchSegmentation) engine.segmentation(a,
					new Seed(4)))
		{
			final Weights weights = net.network().weights();
			Golden.hash(weights);
			try (Session s = net.network().session();
					NativeCalls calls = new NativeCalls();
					Script script = new Script(s.manager(), calls, code.text() +
						UNFOLDED))
			{
				final float[] learning = script.run(s.manager(), "unfolded", s.array(x),
					weights.arrays()).get(0).toFloatArray();
				final double d = Golden.difference(learning, net.predict(x).values());
				assertTrue(d < 1e-4, "differs by " + d);
			}
		}
	}
}
