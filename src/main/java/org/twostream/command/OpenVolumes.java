
package org.twostream.command;

import java.util.List;

import org.scijava.Context;
import org.twostream.volume.EmVolume;

/**
 * Images that are open in another program part than ImageJ 1.x. The profile
 * fiji has one for ImageJ2, found as a service.
 */
interface OpenVolumes {

	/**
	 * The images of this title as they are now; not to be closed.
	 *
	 * @param context that the program runs in
	 * @throws org.twostream.core.UserError if one of them is no volume
	 */
	List<EmVolume> titled(String title, Context context);
}
