/**
 * Networks that others trained, for prediction: bioimage.io model packages
 * (model descriptions 0.4 and 0.5) with TorchScript weights, and bare
 * TorchScript files. In: a folder, zip or file; out: an
 * {@link org.twostream.net.InferenceNetwork}. Start at
 * {@link org.twostream.net.bioimage.ImportedModel}.
 * <p>
 * Source: the specification of bioimage.io model descriptions
 * (https://bioimage-io.github.io/spec-bioimage-io) and what its reference
 * implementation, bioimageio.core, does.
 */

package org.twostream.net.bioimage;
