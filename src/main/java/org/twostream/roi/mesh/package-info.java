/**
 * Surfaces of objects. In: the sections of a mask; out: triangles around it, in
 * nm, thinned out within an error that the caller names, and files that viewers
 * open. Start at {@link org.twostream.roi.mesh.MarchingCubes}.
 */

package org.twostream.roi.mesh;
