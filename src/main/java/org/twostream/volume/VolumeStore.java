
package org.twostream.volume;

/**
 * Opens volumes of one kind of file. {@code command} wires the stores that
 * there are into {@link VolumeStores}. Thread-safe.
 */
public interface VolumeStore {

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
