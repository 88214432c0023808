
package org.twostream.review.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** Writes outlines of ROIs as a program's regions of interest. */
@FunctionalInterface
public interface OutlineWriter {

	/**
	 * @param masks used up one after the other, none of them empty
	 * @param out left open
	 */
	void write(Stream<SectionMask> masks, OutputStream out) throws IOException;
}
