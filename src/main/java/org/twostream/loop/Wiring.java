
package org.twostream.loop;

import java.util.function.Function;

import org.twostream.block.BlockEngines;
import org.twostream.core.UserError;
import org.twostream.review.export.OutlineWriter;
import org.twostream.review.session.Reviewer;
import org.twostream.volume.VolumeStores;

/**
 * What the outermost layer puts in.
 *
 * @param stores the kinds of volume that can be opened
 * @param windows reviewers with a window by name, such as page; refuses a name
 *          that it does not know
 * @param outlines writes ROIs as ImageJ reads them
 * @param blocks where the blocks of predict, propose and encode are run
 */
public record Wiring(VolumeStores stores, Function<String, Reviewer> windows,
		OutlineWriter outlines, BlockEngines blocks) {

	/** Without a way to write outlines, blocks run here. */
	public Wiring(final VolumeStores stores,
		final Function<String, Reviewer> windows)
	{
		this(stores, windows, (masks, out) -> {
			throw new UserError(
				"Outlines cannot be written here; export them from Fiji or the shell.");
		}, BlockEngines.LOCAL);
	}

	/** The same with blocks run elsewhere. */
	public Wiring on(final BlockEngines others) {
		return new Wiring(stores, windows, outlines, others);
	}
}
