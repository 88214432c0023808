
package org.twostream.net.bioimage;

import java.util.Arrays;
import java.util.Locale;

import org.twostream.core.UserError;
import org.twostream.net.ForeignModule;
import org.twostream.net.Tensor;
import org.twostream.net.bioimage.ModelDescription.TestCase;
import org.twostream.net.bioimage.ModelDescription.Tolerance;

/**
 * The test that a package comes with: from its input the network must make its
 * output, with all processing, in all channels and with the halo, as
 * {@code bioimageio test} asks.
 */
record PackageTest(PackageFiles files, ModelDescription description) {

	/**
	 * @return passed, or none where the package has no test
	 * @throws UserError if the output is another one
	 */
	String check(final ForeignModule module) {
		if (description.test().isEmpty()) return "none";
		final TestCase test = description.test().get();
		final Tensor given = read(test.input(), test.inputHash(), description
			.input().order());
		final Tensor expected = read(test.output(), test.outputHash(), description
			.output().order());
		final Tensor found = ImportedNetwork.run(module, description, description
			.input().preprocessing().apply(given), files.place().toString());
		if (!Arrays.equals(found.shape(), expected.shape())) throw failed(
			"gives from its test input " + Arrays.toString(found.shape()) +
				" numbers (batch, channel, z, y, x), its test output has " + Arrays
					.toString(expected.shape()));
		compare(found.values(), expected.values(), test.tolerance());
		return "passed";
	}

	private Tensor read(final String source, final String hash,
		final AxisOrder order)
	{
		final Tensor tensor = Npy.read(files.checked(source, hash), files.name(
			source));
		if (tensor.axes() != order.axes().size()) throw failed("has a test " +
			source + " of " + tensor.axes() + " axes for " + order);
		return order.toOurs(tensor);
	}

	private void compare(final float[] found, final float[] expected,
		final Tolerance tolerance)
	{
		long wrong = 0;
		int worst = 0;
		double largest = -1;
		for (int i = 0; i < found.length; i++) {
			final double difference = Math.abs((double) found[i] - expected[i]);
			// NaN is a difference too.
			if (!(difference <= tolerance.absolute() + tolerance.relative() * Math
				.abs(expected[i]))) wrong++;
			if (!(difference <= largest)) {
				largest = difference;
				worst = i;
			}
		}
		if (wrong * 1e6 > tolerance.perMillion() * found.length) throw failed(String
			.format(Locale.ROOT,
				"gives %d of %d test values otherwise than its package says, at worst %.4g instead of %.4g",
				wrong, found.length, found[worst], expected[worst]));
	}

	private UserError failed(final String what) {
		return new UserError("The model " + files.place() + " " + what +
			"; get the package again, or ask its authors.");
	}
}
