
package org.twostream.phantom;

/**
 * All free numbers of the phantom in one place. They were set once so that
 * mean, standard deviation, power spectrum and correlation of neighbouring
 * sections lie between those of two real volumes (docs/results/phantom.md), and
 * then frozen: they follow image statistics, never the results of a method run
 * on the phantom. Lengths are nm, grey values 0 (black) to 255 (white).
 * Immutable.
 *
 * @param tissue sizes and shapes
 * @param stain grey values
 * @param imaging what microscope and sectioning add
 */
record PhantomKnobs(Tissue tissue, Stain stain, Imaging imaging) {

	static final PhantomKnobs FROZEN = new PhantomKnobs(new Tissue(1000, 1350,
		0.42, 230, 460, 2.7, 9), new Stain(170, 13, 18, 0.12, 60, 0.25, 28, 30, 92,
			32, 32, 35, 42, 34, 80), new Imaging(26.6, 0.038, 9, 2, 0.02, 1.15, -12,
				0.15));

	/**
	 * @param spacing of large neurites across the sections' plane
	 * @param length of large neurites along z
	 * @param bundled part of the large regions that is a bundle of thin neurites
	 * @param thinnest smallest spacing of thin neurites
	 * @param thickest largest spacing of thin neurites
	 * @param stretch length of thin neurites in their spacings
	 * @param membrane half width of a membrane
	 */
	record Tissue(double spacing, double length, double bundled, double thinnest,
			double thickest, double stretch, double membrane) {
	}

	/**
	 * @param cytoplasm mean of common neurites
	 * @param cytoplasmSpread standard deviation between neurites
	 * @param regionSpread standard deviation between large regions
	 * @param dark part of the neurites that have dark cytoplasm
	 * @param darkStep how much darker these are
	 * @param grey part of the neurites that are a little darker
	 * @param greyStep how much darker these are
	 * @param membrane of membranes
	 * @param matrix of mitochondria
	 * @param cristae swing of the cristae around the matrix
	 * @param dust amplitude of the finest texture
	 * @param grain amplitude of the fine texture
	 * @param clumps amplitude of the middle texture
	 * @param clouds amplitude of the coarse texture
	 * @param reticulum darkness of membranes within the cytoplasm
	 */
	record Stain(double cytoplasm, double cytoplasmSpread, double regionSpread,
			double dark, double darkStep, double grey, double greyStep,
			double membrane, double matrix, double cristae, double dust, double grain,
			double clumps, double clouds, double reticulum) {
	}

	/**
	 * @param noise standard deviation of the detector's noise in one voxel before
	 *          blur
	 * @param blur weight of each neighbour in a row in the noise's blur
	 * @param shift standard deviation of a section's shift along x and y
	 * @param brightness standard deviation of a section's brightness
	 * @param contrast standard deviation of a section's contrast, relative
	 * @param gain of the final contrast around mid grey
	 * @param offset added at the end
	 * @param specks of stain per square micrometre of section
	 */
	record Imaging(double noise, double blur, double shift, double brightness,
			double contrast, double gain, double offset, double specks) {
	}
}
