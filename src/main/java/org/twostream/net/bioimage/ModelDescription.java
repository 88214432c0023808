
package org.twostream.net.bioimage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.net.bioimage.AxisOrder.Axis;

/**
 * What a model's description says, in whichever version it is written.
 *
 * @param name of the model
 * @param version of the description's format
 * @param input what it takes
 * @param output what it gives
 * @param weights where its TorchScript is
 * @param test what it must reproduce
 */
record ModelDescription(String name, String version, Input input, Output output,
		Weights weights, Optional<TestCase> test) {

	/**
	 * The input tensor.
	 *
	 * @param order its axes
	 * @param sizes of z, y and x, as far as it has them
	 * @param oneAtATime whether the batch must be 1
	 * @param preprocessing from intensities
	 */
	record Input(AxisOrder order, Map<Axis, SizeRule> sizes, boolean oneAtATime,
			Preprocessing preprocessing) {

		boolean volumetric() {
			return order.has(Axis.Z);
		}
	}

	/**
	 * The sizes least, least + step, ...
	 *
	 * @param step 0 where only the least will do
	 */
	record SizeRule(int least, int step) {
	}

	/**
	 * The output tensor.
	 *
	 * @param order its axes
	 * @param channels their names; where there are none the numbers from 1
	 * @param missing voxels that the output lacks at each end of an axis
	 * @param halo voxels of the output at each end that are to be cut off
	 * @param postprocessing to probabilities
	 */
	record Output(AxisOrder order, List<String> channels,
			Map<Axis, Integer> missing, Map<Axis, Integer> halo,
			Postprocessing postprocessing) {
	}

	/**
	 * @param source file in the package
	 * @param sha256 of it, or ""
	 */
	record Weights(String source, String sha256) {
	}

	/**
	 * @param input .npy in the package
	 * @param inputHash its sha256, or ""
	 * @param output .npy in the package, of all channels and with the halo
	 * @param outputHash its sha256, or ""
	 */
	record TestCase(String input, String inputHash, String output,
			String outputHash, Tolerance tolerance) {
	}

	/**
	 * A value differs where |found - expected| > absolute + relative *
	 * |expected|.
	 *
	 * @param perMillion values that may differ
	 */
	record Tolerance(double absolute, double relative, double perMillion) {

		static final Tolerance USUAL = new Tolerance(1e-3, 1e-3, 100);
	}

	/**
	 * @throws UserError if it is no description of a model that can stand in for
	 *           a segmentation network
	 */
	static ModelDescription of(final PackageFiles files) {
		final Json rdf = files.description();
		final String whence = files.place().toString();
		final String version = rdf.string("format_version", "unknown");
		final String type = rdf.string("type", "model");
		if (!"model".equals(type)) throw new UserError(whence + " describes a " +
			type + ", not a model; give a bioimage.io model.");
		weights(rdf, whence);
		if (version.startsWith("0.4.")) return new Description04(rdf, whence)
			.read();
		if (version.startsWith("0.5.")) return new Description05(rdf, whence)
			.read();
		throw new UserError(whence + " has the format version " + version +
			", TwoStream reads 0.4 and 0.5; update it with bioimageio update-format.");
	}

	/** The one tensor of a description. */
	static Json only(final Json rdf, final String key, final String whence) {
		final List<Json> tensors = rdf.objects(key);
		if (tensors.size() != 1) throw new UserError("The model " + whence +
			" has " + tensors.size() + " " + key +
			", TwoStream gives one and takes one; choose another model.");
		return tensors.get(0);
	}

	static Weights weights(final Json rdf, final String whence) {
		final Json weights = rdf.object("weights");
		if (!weights.has("torchscript")) throw new UserError("The model " + whence +
			" has weights as " + String.join(", ", weights.names()) +
			" only; TwoStream runs an entry torchscript, which bioimageio add-weights can make from pytorch_state_dict.");
		final Json entry = weights.object("torchscript");
		return new Weights(entry.string("source"), entry.string("sha256", ""));
	}

	/** Whether a declared range of floating-point numbers is 0..1. */
	static boolean isUnit(final String type, final double[] range) {
		return type.startsWith("float") && range.length == 2 && range[0] == 0 &&
			range[1] == 1;
	}
}
