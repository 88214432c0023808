/**
 * An EM-like sample with truth, for demonstrations and tests. In: a
 * {@link org.twostream.phantom.PhantomSettings} (size in voxels, voxel size in
 * nm, seed, densities); out: grey values and truth ids of any box, or
 * {@link org.twostream.volume.EmVolume}s, or files through
 * {@link org.twostream.volume.VolumeWriter}. Tissue is described in nm, so any
 * voxel size shows the same tissue. Start at
 * {@link org.twostream.phantom.Phantom}.
 */

package org.twostream.phantom;
