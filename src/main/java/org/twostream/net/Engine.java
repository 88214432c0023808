
package org.twostream.net;

import java.io.InputStream;
import java.nio.file.Path;

import org.twostream.core.Json;
import org.twostream.core.Seed;

/**
 * Makes networks on one device. Thread-safe; the networks are not.
 */
public interface Engine extends AutoCloseable {

	/** cpu, cuda:0, ...: where the networks really run. */
	String device();

	/** Engine and library versions, native folder, device, threads. */
	Json description();

	/**
	 * Makes the device work and says what came out; takes a second.
	 *
	 * @throws org.twostream.core.UserError if it computes wrongly
	 */
	EngineReport report();

	/**
	 * Runs work on this engine's device and says what memory it needs. To be told
	 * apart from other work nothing else should run meanwhile.
	 */
	DeviceMemory memory(Runnable work);

	/** A network with fresh weights from the seed (orthogonal). */
	SegmentationNetwork segmentation(Architecture architecture, Seed seed);

	/**
	 * A network with stored weights.
	 *
	 * @throws org.twostream.core.UserError if the file is missing, damaged or of
	 *           another architecture
	 */
	SegmentationNetwork segmentation(Architecture architecture, Path safetensors);

	/** An autoencoder with fresh weights from the seed. */
	Vae vae(VaeArchitecture architecture, Seed seed);

	/**
	 * An autoencoder with stored weights.
	 *
	 * @throws org.twostream.core.UserError if the file is missing, damaged or of
	 *           another architecture
	 */
	Vae vae(VaeArchitecture architecture, Path safetensors);

	/** {@link VaeArchitecture#paper} with fresh weights. */
	default Vae vae(final int latent, final Seed seed) {
		return vae(VaeArchitecture.paper(latent), seed);
	}

	/** {@link VaeArchitecture#paper} with stored weights. */
	default Vae vae(final int latent, final Path safetensors) {
		return vae(VaeArchitecture.paper(latent), safetensors);
	}

	/**
	 * A TorchScript module that others made.
	 *
	 * @param torchScript what torch.jit.save wrote; read to its end, not closed
	 * @param name of the file, for messages
	 * @throws org.twostream.core.UserError if it is no such module
	 */
	ForeignModule module(InputStream torchScript, String name);

	@Override
	void close();
}
