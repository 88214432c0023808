
package org.twostream.net;

import org.twostream.core.UserError;

/** There is no native PyTorch library on this machine yet. */
public final class NoNativeLibrary extends UserError {

	private static final long serialVersionUID = 1L;

	NoNativeLibrary(final String message) {
		super(message);
	}
}
