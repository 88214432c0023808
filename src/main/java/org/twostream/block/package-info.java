/**
 * Work on a volume of any size, block by block. In: the box of a volume and an
 * edge length; out: a {@link org.twostream.block.BlockGrid} whose
 * {@link org.twostream.block.Block}s have a core (what a block answers for, no
 * voxel twice) and an outer box (what it may look at). A
 * {@link org.twostream.block.BlockRunner} runs a function for each of them on
 * threads, can be cancelled, and goes on after an interruption from a file of
 * finished blocks. Start at {@link org.twostream.block.BlockRunner}.
 */

package org.twostream.block;
