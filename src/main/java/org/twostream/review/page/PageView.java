
package org.twostream.review.page;

import java.util.Collection;
import java.util.List;

/**
 * What draws a {@link ReviewPage}. Called on its event thread, but for
 * {@link #readAhead}.
 */
public interface PageView {

	/** These items, where they are on the page, look otherwise. */
	void tilesChanged(Collection<Integer> items);

	/** All looks otherwise. */
	void pageChanged();

	/**
	 * The patches of these items were read, and they may be on the page next;
	 * called on any thread.
	 */
	void readAhead(List<Integer> items);

	/** What stands at the foot reads otherwise. */
	void footChanged();

	/** The person is done. */
	void finished();
}
