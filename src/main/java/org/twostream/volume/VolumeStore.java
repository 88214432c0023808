
package org.twostream.volume;

import java.io.Serializable;

/**
 * Opens volumes of one kind of file. {@code command} wires the stores that
 * there are into {@link VolumeStores}. Thread-safe; a copy in another process
 * opens the same.
 */
public interface VolumeStore extends Serializable {

	/** Whether this store is the one for such a URI, judged without opening. */
	boolean accepts(VolumeUri uri);

	/**
	 * Opens the whole volume; the URI's crop is left to {@link VolumeStores}.
	 *
	 * @throws org.twostream.core.UserError if there is nothing, or no volume, or
	 *           a damaged one at that place
	 */
	EmVolume open(VolumeUri uri);
}
