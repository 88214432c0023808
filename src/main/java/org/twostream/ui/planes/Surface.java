
package org.twostream.ui.planes;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

import org.twostream.review.scene.PlaneAxis;
import org.twostream.review.session.ReviewWindowKind;

/** The window as its control sees it. Called on the event thread. */
interface Surface {

	/** Pixels; 0 for a plane that cannot be seen. */
	int width(PlaneAxis plane);

	/** As {@link #width}. */
	int height(PlaneAxis plane);

	void show(Map<PlaneAxis, BufferedImage> pictures);

	void show(PlanesCard card);

	void say(String sentence);

	/** In red. */
	void fail(String sentence);

	/** Asks where to go. */
	void ask();

	/** Shows or hides the list of keys. */
	void toggleKeys();

	/** Lets the person choose which to open. */
	void choose(List<ReviewWindowKind> kinds);

	/** Closes the window, as its user would. */
	void leave();
}
