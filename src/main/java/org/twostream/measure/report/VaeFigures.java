
package org.twostream.measure.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.twostream.embed.PatchSource;
import org.twostream.embed.Reconstructions;
import org.twostream.embed.VaeCurve;
import org.twostream.net.Tensor;
import org.twostream.net.VaeTraining.Loss;

/** Pictures of an autoencoder's training, while it goes on and afterwards. */
public final class VaeFigures {

	private VaeFigures() {}

	/**
	 * The reconstruction error per pixel over steps.
	 *
	 * @param name of the figure, without what it shows
	 * @param title of the chart
	 */
	public static Figure l1(final String name, final String title,
		final VaeCurve curve)
	{
		return chart(title, "l1", "l1 per pixel", curve, Loss::l1).figure(name +
			"-l1",
			"Mean absolute difference between a patch and its reconstruction, " +
				"per pixel, while learning.");
	}

	/** The KL divergence per patch over steps; as {@link #l1}. */
	public static Figure kl(final String name, final String title,
		final VaeCurve curve)
	{
		return chart(title, "KL", "KL per patch", curve, Loss::kl).figure(name +
			"-kl",
			"KL divergence of the embedding from a standard normal, per patch, " +
				"while learning.");
	}

	private static LineChart chart(final String title, final String line,
		final String axis, final VaeCurve curve, final ToDoubleFunction<Loss> part)
	{
		final List<LineChart.Line> lines = new ArrayList<>();
		lines.add(line(line, curve.points(), VaeCurve.Point::training, part));
		final List<VaeCurve.Point> checked = curve.points().stream().filter(p -> p
			.heldOut().isPresent()).toList();
		if (!checked.isEmpty()) lines.add(line("held-out " + line, checked, p -> p
			.heldOut().orElseThrow(), part));
		return new LineChart(title, new LineChart.Axis("step",
			LineChart.Scale.LINEAR), new LineChart.Axis(axis, LineChart.Scale.LINEAR),
			lines);
	}

	private static LineChart.Line line(final String name,
		final List<VaeCurve.Point> points,
		final java.util.function.Function<VaeCurve.Point, Loss> loss,
		final ToDoubleFunction<Loss> part)
	{
		return LineChart.Line.of(name, points.stream().mapToDouble(
			VaeCurve.Point::step).toArray(), points.stream().map(loss).mapToDouble(
				part).toArray());
	}

	/**
	 * Patches, and below them what is decoded from their embeddings.
	 *
	 * @param grey whether they are grey values 0..1, not masks -1..1
	 */
	public static Figure reconstructions(final String name,
		final Reconstructions shown, final boolean grey)
	{
		return new Montage(List.of(new Montage.Group("patches", patches(shown
			.patches(), grey)), new Montage.Group("from their embeddings", patches(
				shown.decoded(), grey))), shown.patches().size(0)).figure(name +
					"-reconstructions", "Patches, and what is decoded from their " +
						"embeddings.");
	}

	private static List<Patch> patches(final Tensor tensor, final boolean grey) {
		final List<Patch> patches = new ArrayList<>();
		for (int i = 0; i < tensor.size(0); i++) {
			final byte[] pixels = new byte[PatchSource.PIXELS];
			for (int k = 0; k < pixels.length; k++) {
				final float v = tensor.values()[i * PatchSource.PIXELS + k];
				final float light = grey ? v : (v + 1) / 2;
				pixels[k] = (byte) Math.round(255 * Math.max(0, Math.min(1, light)));
			}
			patches.add(new Patch(PatchSource.SIDE, pixels, new byte[0], Optional
				.empty(), ""));
		}
		return patches;
	}
}
