
package org.twostream.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Statistics of grey values by which a phantom is compared with real volumes:
 * mean, standard deviation, mean correlation of neighbouring sections, and the
 * mean power per band of spatial frequency in the sections' plane.
 */
public final class ImageStatistics {

	/** Edge of a window, voxels. */
	public static final int WINDOW = 512;
	/** Bands are half an octave wide; the highest ends at 0.5 / voxel. */
	public static final int BANDS = 14;
	/** Figures: mean, deviation, correlation, then the bands from low to high. */
	public static final int FIGURES = 3 + BANDS;

	private ImageStatistics() {}

	/** Lower end of a band in cycles per voxel. */
	public static double lower(final int band) {
		return 0.5 * Math.pow(2, (band - BANDS) / 2.0);
	}

	/** The name of a figure, with its unit. */
	public static String name(final int figure) {
		switch (figure) {
			case 0:
				return "mean (grey value)";
			case 1:
				return "standard deviation (grey value)";
			case 2:
				return "correlation of neighbouring sections";
			default:
				return String.format(java.util.Locale.ROOT,
					"log10 power, %.4f..%.4f / voxel", lower(figure - 3), lower(figure -
						2));
		}
	}

	/**
	 * The figures of each window of 512 x 512 voxels that fits side by side.
	 *
	 * @param voxels x fastest, then y, then z; at least 512 x 512 x 2
	 */
	public static List<double[]> windows(final byte[] voxels, final int xSize,
		final int ySize, final int zSize)
	{
		final List<double[]> all = new ArrayList<>();
		for (int y = 0; y + WINDOW <= ySize; y += WINDOW)
			for (int x = 0; x + WINDOW <= xSize; x += WINDOW)
				all.add(window(voxels, xSize, ySize, zSize, x, y));
		return all;
	}

	/** The mean of the windows' figures. */
	public static double[] mean(final List<double[]> windows) {
		final double[] mean = new double[FIGURES];
		for (final double[] w : windows)
			for (int i = 0; i < FIGURES; i++)
				mean[i] += w[i] / windows.size();
		return mean;
	}

	/** The standard error of {@link #mean}, from the spread of the windows. */
	public static double[] error(final List<double[]> windows) {
		final double[] mean = mean(windows);
		final double[] error = new double[FIGURES];
		for (int i = 0; i < FIGURES; i++) {
			double sum = 0;
			for (final double[] w : windows)
				sum += (w[i] - mean[i]) * (w[i] - mean[i]);
			error[i] = Math.sqrt(sum / (windows.size() - 1) / windows.size());
		}
		return error;
	}

	private static double[] window(final byte[] voxels, final int xSize,
		final int ySize, final int zSize, final int x0, final int y0)
	{
		final int n = WINDOW * WINDOW;
		final double[][] sections = new double[zSize][n];
		final double[] figures = new double[FIGURES];
		double sum = 0;
		double squares = 0;
		for (int z = 0; z < zSize; z++)
			for (int i = 0; i < n; i++) {
				final double v = voxels[(z * ySize + y0 + i / WINDOW) * xSize + x0 + i %
					WINDOW] & 0xFF;
				sections[z][i] = v;
				sum += v;
				squares += v * v;
			}
		figures[0] = sum / n / zSize;
		figures[1] = Math.sqrt(squares / n / zSize - figures[0] * figures[0]);
		for (int z = 1; z < zSize; z++)
			figures[2] += correlation(sections[z - 1], sections[z]) / (zSize - 1);
		final double[] power = new double[BANDS];
		for (final double[] section : sections)
			addPower(section, power);
		for (int b = 0; b < BANDS; b++)
			figures[3 + b] = Math.log10(power[b] / zSize);
		return figures;
	}

	private static double correlation(final double[] a, final double[] b) {
		double sa = 0;
		double sb = 0;
		double aa = 0;
		double bb = 0;
		double ab = 0;
		for (int i = 0; i < a.length; i++) {
			sa += a[i];
			sb += b[i];
			aa += a[i] * a[i];
			bb += b[i] * b[i];
			ab += a[i] * b[i];
		}
		final double n = a.length;
		return (ab - sa * sb / n) / Math.sqrt((aa - sa * sa / n) * (bb - sb * sb /
			n));
	}

	/**
	 * Adds the mean power per band of a section less its mean under a Hann
	 * window, scaled so that white noise has its variance in every band.
	 */
	private static void addPower(final double[] section, final double[] power) {
		final int n = WINDOW;
		double mean = 0;
		for (final double v : section)
			mean += v / section.length;
		final double[] re = new double[n * n];
		final double[] im = new double[n * n];
		double weight = 0;
		for (int i = 0; i < re.length; i++) {
			final double w = hann(i % n) * hann(i / n);
			re[i] = (section[i] - mean) * w;
			weight += w * w;
		}
		for (int y = 0; y < n; y++)
			transform(re, im, y * n, 1);
		for (int x = 0; x < n; x++)
			transform(re, im, x, n);
		final double[] sum = new double[BANDS];
		final int[] count = new int[BANDS];
		for (int i = 0; i < re.length; i++) {
			final double fx = Math.min(i % n, n - i % n) / (double) n;
			final double fy = Math.min(i / n, n - i / n) / (double) n;
			final double f = Math.sqrt(fx * fx + fy * fy);
			// Just above a border must not fall below it by rounding.
			final int band = (int) Math.floor(BANDS + 2 * Math.log(f / 0.5) / Math
				.log(2) + 1e-9);
			if (f == 0 || band < 0 || band >= BANDS) continue;
			sum[band] += re[i] * re[i] + im[i] * im[i];
			count[band]++;
		}
		for (int b = 0; b < BANDS; b++)
			power[b] += sum[b] / count[b] / weight;
	}

	private static double hann(final int i) {
		return 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
	}

	/** Discrete Fourier transform of one line in place (Cooley and Tukey). */
	private static void transform(final double[] re, final double[] im,
		final int offset, final int stride)
	{
		final int n = WINDOW;
		for (int i = 1, j = 0; i < n; i++) {
			int bit = n >> 1;
			for (; (j & bit) != 0; bit >>= 1)
				j ^= bit;
			j ^= bit;
			if (i < j) {
				swap(re, offset + i * stride, offset + j * stride);
				swap(im, offset + i * stride, offset + j * stride);
			}
		}
		for (int length = 2; length <= n; length *= 2)
			for (int k = 0; k < length / 2; k++) {
				final double c = Math.cos(2 * Math.PI * k / length);
				final double s = -Math.sin(2 * Math.PI * k / length);
				for (int i = k; i < n; i += length) {
					final int a = offset + i * stride;
					final int b = a + length / 2 * stride;
					final double r = re[b] * c - im[b] * s;
					final double m = re[b] * s + im[b] * c;
					re[b] = re[a] - r;
					im[b] = im[a] - m;
					re[a] += r;
					im[a] += m;
				}
			}
	}

	private static void swap(final double[] values, final int i, final int j) {
		final double v = values[i];
		values[i] = values[j];
		values[j] = v;
	}
}
