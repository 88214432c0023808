/**
 * The samplers of both works on CIFAR-10 (Krizhevsky 2009): the binary files in
 * a user's folder, embedded by a variational autoencoder that has seen no
 * label, classified by a linear head, asked by one sampler after the other.
 * Start at {@link org.twostream.experiment.cifar.SamplerTable}.
 */

package org.twostream.experiment.cifar;
