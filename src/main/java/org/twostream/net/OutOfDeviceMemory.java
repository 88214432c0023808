
package org.twostream.net;

/**
 * A network's device, or the machine where it is the processor, has not enough
 * memory for what was asked; a smaller batch or window may do. Nothing is left
 * of the attempt.
 */
public class OutOfDeviceMemory extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param device cpu, cuda:0, ...
	 */
	public OutOfDeviceMemory(final String device, final Throwable cause) {
		super("The device " + device + " has not enough memory", cause);
	}
}
