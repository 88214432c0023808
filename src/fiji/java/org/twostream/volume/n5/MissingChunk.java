
package org.twostream.volume.n5;

import java.math.BigDecimal;
import java.util.function.Consumer;

import net.imglib2.IterableInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

import org.janelia.saalfeldlab.n5.DatasetAttributes;

/**
 * Fills the voxels of a chunk that is not there.
 *
 * @param value the fill value
 */
record MissingChunk<T extends NativeType<T>>(String value)
		implements
			Consumer<IterableInterval<T>> {

	/**
	 * What the metadata say.
	 *
	 * @return a number, NaN or an infinity; 0 if nothing is said
	 */
	static String fillValue(final N5Container.Found found,
		final DatasetAttributes attributes)
	{
		// The library knows the fill value of Zarr v3 only.
		final String said = found.zarr2() ? found.attributes().string("fill_value",
			"0") : String.valueOf(attributes.getDefaultValue()).replace("\"", "");
		return switch (said) {
			case "", "null", "false" -> "0";
			case "true" -> "1";
			default -> said;
		};
	}

	@Override
	public void accept(final IterableInterval<T> chunk) {
		if (value.equals("0")) return;
		final T first = chunk.firstElement();
		// A double would lose the lowest bits of a 64-bit id.
		if (first instanceof IntegerType) {
			final long id = new BigDecimal(value).toBigInteger().longValue();
			for (final T voxel : chunk)
				((IntegerType<?>) voxel).setInteger(id);
		}
		else for (final T voxel : chunk)
			((RealType<?>) voxel).setReal(Double.parseDouble(value));
	}
}
