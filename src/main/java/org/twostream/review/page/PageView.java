
package org.twostream.review.page;

import java.util.Collection;

/** What draws a {@link ReviewPage}. Called on its event thread. */
public interface PageView {

	/** These items, where they are on the page, look otherwise. */
	void tilesChanged(Collection<Integer> items);

	/** All looks otherwise. */
	void pageChanged();

	/** What stands at the foot reads otherwise. */
	void footChanged();

	/** The person is done. */
	void finished();
}
