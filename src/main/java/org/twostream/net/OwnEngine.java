
package org.twostream.net;

import java.util.function.Function;

/**
 * A network and the engine that was opened for it alone.
 *
 * @param <N> kind of network
 */
record OwnEngine<N>(Engine engine, N network) {

	/**
	 * @param how opens the network; when it fails, the engine is closed again
	 * @throws org.twostream.core.UserError if there is no such device, and what
	 *           the network's opening throws
	 */
	static <N> OwnEngine<N> open(final EngineSettings settings,
		final Function<Engine, N> how)
	{
		final Engine engine = settings.open();
		try {
			return new OwnEngine<>(engine, how.apply(engine));
		}
		catch (final RuntimeException e) {
			engine.close();
			throw e;
		}
	}
}
