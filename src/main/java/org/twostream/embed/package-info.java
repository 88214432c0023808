/**
 * Embeddings of patches. In: {@link org.twostream.embed.PatchSource}s of 112 x
 * 112 images or masks and a {@link org.twostream.net.Vae}; out: the trained
 * network with its {@link org.twostream.embed.VaeCurve}, rows of float32 (ROI x
 * latent), or an image encoder refined by answered ROIs. Start at
 * {@link org.twostream.embed.VaeTrainer}, then
 * {@link org.twostream.embed.Embedder}.
 */

package org.twostream.embed;
