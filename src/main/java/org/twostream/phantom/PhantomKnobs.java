
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

	static final PhantomKnobs FROZEN = new PhantomKnobs(new Tissue(1000, 2200,
		0.5, 250, 420, 4, 9), new Stain(172, 10, 0.12, 52, 0.25, 26, 45, 92, 26, 34,
			26, 22), new Imaging(24, 0.12, 8, 2, 0.02, 1.0, 0, 0.1));

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
	 * @param dark part of the neurites that have dark cytoplasm
	 * @param darkStep how much darker these are
	 * @param grey part of the neurites that are a little darker
	 * @param greyStep how much darker these are
	 * @param membrane of membranes
	 * @param matrix of mitochondria
	 * @param cristae swing of the cristae around the matrix
	 * @param grain amplitude of the finest texture
	 * @param clumps amplitude of the middle texture
	 * @param clouds amplitude of the coarse texture
	 */
	record Stain(double cytoplasm, double cytoplasmSpread, double dark,
			double darkStep, double grey, double greyStep, double membrane,
			double matrix, double cristae, double grain, double clumps,
			double clouds) {
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
