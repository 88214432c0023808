
package org.twostream.roi;

import java.io.ByteArrayOutputStream;
import java.io.Serializable;

import org.twostream.core.Box;
import org.twostream.roi.split.Runs;

/**
 * The voxels of the parts of an object as runs along x in scan order, some four
 * bytes each. Immutable; thread-safe.
 */
final class PartRuns implements Serializable {

	private static final long serialVersionUID = 1L;
	private static final int LOW = 0x7f;
	private static final int BITS = 7;

	/** No runs. */
	static final PartRuns NONE = new PartRuns(Box.ofSize(1, 1, 1), new byte[0]);

	private final Box box;
	private final byte[] code;

	private PartRuns(final Box box, final byte[] code) {
		this.box = box;
		this.code = code;
	}

	/** Told of voxels x0..x1-1 of a row and their part. */
	@FunctionalInterface
	interface Visit {

		void at(long x0, long x1, long y, long z, int part);
	}

	/**
	 * @param box of the object
	 * @param runs of the object
	 * @param part of each voxel
	 */
	static PartRuns of(final Box box, final Runs runs, final int[] part) {
		final ByteArrayOutputStream code = new ByteArrayOutputStream();
		long row = 0;
		long x = box.xMin();
		for (int r = 0; r < runs.size(); r++) {
			final Runs.Run run = runs.get(r);
			final long here = run.y() - box.yMin() + box.ySize() * (run.z() - box
				.zMin());
			final int last = runs.first(r) + (int) (run.x1() - run.x0());
			int v = runs.first(r);
			long start = run.x0();
			while (v < last) {
				int end = v + 1;
				while (end < last && part[end] == part[v])
					end++;
				write(code, here - row);
				write(code, start - (here == row ? x : box.xMin()));
				write(code, end - v);
				write(code, part[v]);
				start += end - v;
				row = here;
				x = start;
				v = end;
			}
		}
		return new PartRuns(box, code.toByteArray());
	}

	private static void write(final ByteArrayOutputStream code,
		final long number)
	{
		long rest = number;
		for (; rest > LOW; rest >>>= BITS)
			code.write((int) rest & LOW | LOW + 1);
		code.write((int) rest);
	}

	boolean isEmpty() {
		return code.length == 0;
	}

	void forEach(final Visit visit) {
		final Reader from = new Reader();
		long row = 0;
		long x = box.xMin();
		while (from.next < code.length) {
			final long rows = from.number();
			if (rows > 0) x = box.xMin();
			row += rows;
			final long x0 = x + from.number();
			x = x0 + from.number();
			visit.at(x0, x, box.yMin() + row % box.ySize(), box.zMin() + row / box
				.ySize(), (int) from.number());
		}
	}

	/** Goes through the numbers. */
	private final class Reader {

		private int next;

		long number() {
			long number = 0;
			int shift = 0;
			while (code[next] < 0) {
				number |= (long) (code[next++] & LOW) << shift;
				shift += BITS;
			}
			return number | (long) code[next++] << shift;
		}
	}
}
