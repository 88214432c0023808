
package org.twostream.query.sampler;

import org.twostream.core.Progress;

/**
 * A way to choose rows of a pool. Implementations are stateless and
 * thread-safe; the same pool gives the same rows.
 */
public interface Sampler {

	/**
	 * @param total 0 to the number of open rows
	 * @return exactly so many distinct open rows
	 * @throws org.twostream.core.UserError if an embedding holds NaN or infinity,
	 *           or the sampler cannot work without something that the pool lacks
	 * @throws org.twostream.core.Cancelled if the progress was cancelled
	 */
	Choice choose(Pool pool, int total, Progress progress);
}
