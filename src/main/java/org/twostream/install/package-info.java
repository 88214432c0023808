/**
 * TwoStream in a Fiji or a plain ImageJ: which of its jars that application
 * lacks, putting them there and taking them away again as a whole, the offline
 * zip, the layout of an update site, and the native library of the engine.
 * Start with {@link org.twostream.install.Installer}; what goes in is a
 * {@link org.twostream.install.Distribution} and an
 * {@link org.twostream.install.Application}, what comes out is a
 * {@link org.twostream.install.Plan} that was carried out. Nothing is ever
 * downloaded without a yes.
 */

package org.twostream.install;
