
package org.twostream.command;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import org.twostream.loop.Wiring;
import org.twostream.review.session.ReviewWindowKind;
import org.twostream.ui.WindowReviewer;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.hdf5.Hdf5Store;
import org.twostream.volume.tiff.TiffStore;

/**
 * The one place that knows which leaves there are, and puts them in. Those of
 * the profile fiji are found as services where they are on the class path; what
 * they open comes after our own readers.
 */
final class Leaves {

	private Leaves() {}

	static Wiring wiring() {
		return new Wiring(new VolumeStores(List.of(new TiffStore(),
			new ChunkedStore(), new Hdf5Store())), WindowReviewer.among(windows()),
			new RoiArchive());
	}

	private static List<ReviewWindowKind> windows() {
		final List<ReviewWindowKind> kinds = new ArrayList<>();
		ServiceLoader.load(ReviewWindowKind.class, Leaves.class.getClassLoader())
			.forEach(kinds::add);
		return kinds;
	}
}
