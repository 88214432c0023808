
package org.twostream.volume.chunked;

/**
 * How chunks are compressed when written.
 *
 * @param kind the algorithm
 * @param level its effort; gzip and zlib 1..9, zstd 1..22, blosc (LZ4 behind a
 *          bit shuffle) 1..9, raw ignores it
 */
public record Compression(Kind kind, int level) {

	/** The algorithms. */
	public enum Kind {
			RAW, GZIP, ZLIB, ZSTD, BLOSC
	}

	/** The default: the fastest at nearly the best ratio. */
	public static Compression zstd() {
		return new Compression(Kind.ZSTD, 1);
	}

	/** Not compressed. */
	public static Compression raw() {
		return new Compression(Kind.RAW, 0);
	}

	/** For readers that know nothing else. */
	public static Compression gzip() {
		return new Compression(Kind.GZIP, 1);
	}

	/** LZ4 behind a bit shuffle. */
	public static Compression blosc() {
		return new Compression(Kind.BLOSC, 5);
	}
}
