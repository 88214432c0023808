/**
 * The logic of windows that show volumes, without a window: which ROI is at a
 * place ({@link org.twostream.review.scene.RoiLocator}), the outlines of ROIs
 * in a plane ({@link org.twostream.review.scene.Outlines}), the view that shows
 * an ROI best and the way there ({@link org.twostream.review.scene.BestView},
 * {@link org.twostream.review.scene.Flight}), voxels in blocks that are read on
 * other threads and forgotten again
 * ({@link org.twostream.review.scene.SceneBlocks}). In come a
 * {@link org.twostream.review.session.ReviewScene} and a table of ROIs, out go
 * numbers that the three-plane view and BigDataViewer draw alike. Places are nm
 * from the centre of the volume's first voxel, or voxels, whose centres are
 * whole numbers. Start at {@link org.twostream.review.scene.SceneBlocks}.
 */

package org.twostream.review.scene;
