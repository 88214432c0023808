
package org.twostream.net;

import java.io.Serializable;
import java.nio.file.Path;

import org.twostream.core.Seed;

/**
 * An autoencoder with stored weights on an engine of its own. Sent to another
 * process by Java's serialization it is opened there again, from the same file
 * and with the same settings; what was trained since counts only once it is
 * saved.
 */
public final class StoredVae implements Vae, Serializable {

	private static final long serialVersionUID = 1L;

	private final Place place;
	private final transient Engine engine;
	private final transient Vae vae;

	private StoredVae(final Place place, final Engine engine, final Vae vae) {
		this.place = place;
		this.engine = engine;
		this.vae = vae;
	}

	/**
	 * @param safetensors weights of this latent size
	 * @throws org.twostream.core.UserError if there is no such device, or the
	 *           file is missing, damaged or of another latent size
	 */
	public static StoredVae open(final EngineSettings settings, final int latent,
		final Path safetensors)
	{
		return new Place(settings, latent, safetensors.toAbsolutePath().toString())
			.open();
	}

	private Object writeReplace() {
		return place;
	}

	/** What is sent. */
	private record Place(EngineSettings settings, int latent, String safetensors)
			implements
				Serializable {

		StoredVae open() {
			final Engine engine = settings.open();
			try {
				return new StoredVae(this, engine, engine.vae(latent, Path.of(
					safetensors)));
			}
			catch (final RuntimeException e) {
				engine.close();
				throw e;
			}
		}

		private Object readResolve() {
			return open();
		}
	}

	@Override
	public int latent() {
		return vae.latent();
	}

	@Override
	public long parameterCount() {
		return vae.parameterCount();
	}

	@Override
	public Matrix encode(final Tensor patches) {
		return vae.encode(patches);
	}

	@Override
	public Tensor reconstruct(final Tensor patches) {
		return vae.reconstruct(patches);
	}

	@Override
	public VaeTraining train(final Optimizer optimizer, final Seed seed) {
		return vae.train(optimizer, seed);
	}

	@Override
	public TripletTraining refine(final Optimizer optimizer) {
		return vae.refine(optimizer);
	}

	@Override
	public void save(final Path safetensors) {
		vae.save(safetensors);
	}

	@Override
	public void close() {
		vae.close();
		engine.close();
	}
}
