
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
	private final transient OwnEngine<Vae> own;

	private StoredVae(final Place place, final OwnEngine<Vae> own) {
		this.place = place;
		this.own = own;
	}

	/**
	 * @param safetensors weights of this architecture
	 * @throws org.twostream.core.UserError if there is no such device, or the
	 *           file is missing, damaged or of another architecture
	 */
	public static StoredVae open(final EngineSettings settings,
		final VaeArchitecture architecture, final Path safetensors)
	{
		return new Place(settings, architecture, safetensors.toAbsolutePath()
			.toString()).open();
	}

	private Object writeReplace() {
		return place;
	}

	/** What is sent. */
	private record Place(EngineSettings settings, VaeArchitecture architecture,
			String safetensors) implements Serializable {

		StoredVae open() {
			return new StoredVae(this, OwnEngine.open(settings, engine -> engine.vae(
				architecture, Path.of(safetensors))));
		}

		private Object readResolve() {
			return open();
		}
	}

	@Override
	public int latent() {
		return own.network().latent();
	}

	@Override
	public long parameterCount() {
		return own.network().parameterCount();
	}

	@Override
	public Matrix encode(final Tensor patches) {
		return own.network().encode(patches);
	}

	@Override
	public Tensor reconstruct(final Tensor patches) {
		return own.network().reconstruct(patches);
	}

	@Override
	public VaeTraining train(final Optimizer optimizer, final Seed seed) {
		return own.network().train(optimizer, seed);
	}

	@Override
	public TripletTraining refine(final Optimizer optimizer) {
		return own.network().refine(optimizer);
	}

	@Override
	public void save(final Path safetensors) {
		own.network().save(safetensors);
	}

	@Override
	public void load(final Path safetensors) {
		own.network().load(safetensors);
	}

	@Override
	public void close() {
		own.network().close();
		own.engine().close();
	}
}
