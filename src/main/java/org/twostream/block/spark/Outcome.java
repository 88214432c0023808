
package org.twostream.block.spark;

import java.io.Serializable;

/**
 * What a block's task came to. A refusal is a result here, not a failure, since
 * Spark would try it again.
 *
 * @param block its index
 * @param result of the task, null for a task without one
 * @param refusal the sentence of a {@link org.twostream.core.UserError}, "" for
 *          none
 */
record Outcome(int block, Object result, String refusal)
		implements
			Serializable {
}
