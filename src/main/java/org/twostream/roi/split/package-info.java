/**
 * Splits an object that is made of several that touch. In: the voxels of one
 * object; out: which part each belongs to. An object is looked at by itself, so
 * that nothing depends on blocks, threads or other objects, and memory is set
 * by its voxels, not by its box. Start at
 * {@link org.twostream.roi.split.Splitter}.
 */

package org.twostream.roi.split;
