
package org.twostream.net;

/**
 * A TorchScript module that others made, on one device, in evaluation mode. Not
 * thread-safe. Native memory is freed by {@link #close}.
 */
public interface ForeignModule extends AutoCloseable {

	/**
	 * Its forward pass without gradients. Of a tuple or list that it returns the
	 * first tensor counts, of a mapping the entry "out" or the only one.
	 *
	 * @param input in whatever shape the module wants
	 * @param type what the numbers are turned into first
	 * @return what it returned, as float32
	 * @throws org.twostream.core.UserError if the module refuses the input or
	 *           returns no tensor
	 */
	Tensor run(Tensor input, NumberType type);

	@Override
	void close();
}
