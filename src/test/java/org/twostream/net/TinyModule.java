
package org.twostream.net;

/** TorchScript modules without weights, as files of others. */
public final class TinyModule {

	/** Logistic function, twelve times steeper, about 0.5; any shape. */
	public static final String STEEP =
		"    return torch.sigmoid(torch.mul(torch.sub(x, 0.5), 12.))\n";

	/** Mean over 3 x 3 x 3 voxels; the output lacks one voxel at each end. */
	public static final String BOX_VALID =
		"    w = torch.full([1, 1, 3, 3, 3], 0.037037037037037035, dtype=6, layout=None, device=None, pin_memory=None)\n" +
			"    return torch.conv3d(x, w, None, [1, 1, 1], [0, 0, 0], [1, 1, 1], 1)\n";

	/** The same with zeros beyond the border: wrong by one voxel at each end. */
	public static final String BOX_SAME = BOX_VALID.replace("[0, 0, 0]",
		"[1, 1, 1]");

	/** Mean over 3 x 3 pixels of sections, zeros beyond the border. */
	public static final String SQUARE =
		"    w = torch.full([1, 1, 3, 3], 0.1111111111111111, dtype=6, layout=None, device=None, pin_memory=None)\n" +
			"    return torch.conv2d(x, w, None, [1, 1], [1, 1], [1, 1], 1)\n";

	private TinyModule() {}

	/**
	 * @param body of forward(self, x: Tensor) -> Tensor, indented by four spaces
	 */
	public static byte[] of(final String body) {
		return of("Tensor", body);
	}

	/**
	 * @param result type of what forward returns
	 */
	public static byte[] of(final String result, final String body) {
		return ScriptArchive.of(
			"  def forward(self: __torch__.Ops, x: Tensor) -> " + result + ":\n" +
				body);
	}
}
