
package org.twostream.query.map;

import java.util.Random;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;

import tagbio.umap.ProgressListener;
import tagbio.umap.Umap;
import tagbio.umap.UmapProgress;

/**
 * Uniform manifold approximation and projection (McInnes, Healy, Melville 2018,
 * arXiv:1802.03426), by umap-java: each point stays near its nearest
 * neighbours; how far apart groups lie says little. Turned so that the widest
 * direction is x. One thread, since with more the library is not the same from
 * run to run.
 *
 * @param neighbours that each point is held near, 2 or more: few show detail,
 *          many the whole
 */
public record UmapLayout(int neighbours) implements MapLayout {

	/** What the library's authors take. */
	public static final int USUAL_NEIGHBOURS = 15;

	/**
	 * @throws IllegalArgumentException for fewer than two neighbours
	 */
	public UmapLayout {
		if (neighbours < 2) throw new IllegalArgumentException(neighbours +
			" neighbours");
	}

	@Override
	public String name() {
		return "umap";
	}

	@Override
	public Plane lay(final Matrix points, final Seed seed,
		final Progress progress)
	{
		// With so few there is no neighbourhood.
		if (points.rows() < 4) return new PlaneLayout().lay(points, seed, progress);
		final float[][] rows = new float[points.rows()][];
		for (int i = 0; i < rows.length; i++)
			rows[i] = points.row(i);
		final int near = Math.min(neighbours, rows.length - 1);
		final Umap umap = new Umap().setNumberComponents(2)
			.setNumberNearestNeighbours(near).setThreads(1).setRandom(new Random(seed
				.of("umap").value()));
		return PlaneLayout.plane(new Matrix(laid(umap, rows, progress), 2),
			"UMAP of " + near + " neighbours: near is alike, far says little.");
	}

	private static float[][] laid(final Umap umap, final float[][] rows,
		final Progress progress)
	{
		final Thread here = Thread.currentThread();
		// Threads of the library's own must not be stopped by an exception.
		final ProgressListener listener = state -> {
			if (Thread.currentThread() != here) return;
			progress.report(Math.min(1, (double) state.getCount() / Math.max(1, state
				.getTotal())), "Laying out the map");
			progress.check();
		};
		// It counts its progress in one place for the whole process, so that maps
		// are made one after the other.
		synchronized (UmapProgress.class) {
			UmapProgress.addProgressListener(listener);
			try {
				return umap.fitTransform(rows);
			}
			finally {
				UmapProgress.removeProgressListener(listener);
			}
		}
	}
}
