
package org.twostream.net;

import java.io.Serializable;

/**
 * An engine that is yet to be opened.
 *
 * @param device auto, cpu, cuda or cuda:N
 * @param threads processor threads of one native call; 0 is one per core
 * @param precision what the networks compute in
 */
public record EngineSettings(String device, int threads, Precision precision)
		implements
			Serializable {

	/**
	 * @throws org.twostream.core.UserError if there is no native library for this
	 *           machine or no such device
	 */
	public Engine open() {
		return TorchEngine.open(device, threads, precision);
	}
}
