
package org.twostream.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

import org.twostream.block.BlockEngines;
import org.twostream.loop.Wiring;
import org.twostream.review.session.ReviewWindowKind;
import org.twostream.ui.WindowReviewer;
import org.twostream.ui.map.MapKind;
import org.twostream.ui.page.PageKind;
import org.twostream.ui.planes.PlanesKind;
import org.twostream.volume.VolumeStore;
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
		final List<VolumeStore> stores = new ArrayList<>(List.of(new TiffStore(),
			new ChunkedStore(), new Hdf5Store()));
		stores.addAll(services(VolumeStore.class));
		final List<ReviewWindowKind> windows = new ArrayList<>(List.of(
			new PageKind(), new PlanesKind(), new MapKind()));
		windows.addAll(services(ReviewWindowKind.class));
		return new Wiring(new VolumeStores(stores), WindowReviewer.among(windows),
			new RoiArchive(), BlockEngines.LOCAL);
	}

	/** Those whose libraries are there; the others are left out in silence. */
	static <S> List<S> services(final Class<S> kind) {
		return services(kind, Leaves.class.getClassLoader());
	}

	static <S> List<S> services(final Class<S> kind, final ClassLoader loader) {
		final List<S> found = new ArrayList<>();
		final Iterator<S> all = ServiceLoader.load(kind, loader).iterator();
		while (true)
			try {
				if (!all.hasNext()) return found;
				found.add(all.next());
			}
			catch (final ServiceConfigurationError e) {
				// no cause: there is no such class
				if (e.getCause() != null && !(e.getCause() instanceof LinkageError))
					throw e;
			}
			catch (final NoClassDefFoundError e) {
				continue; // of what it extends
			}
	}
}
