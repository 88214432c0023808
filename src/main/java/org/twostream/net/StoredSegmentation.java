
package org.twostream.net;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * A network with stored weights on an engine of its own. Sent to another
 * process by Java's serialization it is opened there again, from the same file
 * and with the same settings; what was trained since counts only once it is
 * saved.
 */
public final class StoredSegmentation implements SegmentationNetwork,
	Serializable
{

	private static final long serialVersionUID = 1L;

	private final Place place;
	private final transient OwnEngine<SegmentationNetwork> own;

	private StoredSegmentation(final Place place,
		final OwnEngine<SegmentationNetwork> own)
	{
		this.place = place;
		this.own = own;
	}

	/**
	 * @param safetensors weights of this architecture
	 * @throws org.twostream.core.UserError if there is no such device, or the
	 *           file is missing, damaged or of another architecture
	 */
	public static StoredSegmentation open(final EngineSettings settings,
		final Architecture architecture, final Path safetensors)
	{
		return new Place(settings, architecture, safetensors.toAbsolutePath()
			.toString()).open();
	}

	private Object writeReplace() {
		return place;
	}

	/** What is sent. */
	private record Place(EngineSettings settings, Architecture architecture,
			String safetensors) implements Serializable {

		StoredSegmentation open() {
			return new StoredSegmentation(this, OwnEngine.open(settings,
				engine -> engine.segmentation(architecture, Path.of(safetensors))));
		}

		private Object readResolve() {
			return open();
		}
	}

	@Override
	public Architecture architecture() {
		return own.network().architecture();
	}

	@Override
	public long parameterCount() {
		return own.network().parameterCount();
	}

	@Override
	public InputSizes inputSizes() {
		return own.network().inputSizes();
	}

	@Override
	public Tensor predict(final Tensor input) {
		return own.network().predict(input);
	}

	@Override
	public double[] predictLoss(final Tensor input) {
		return own.network().predictLoss(input);
	}

	@Override
	public SegmentationTraining train(final Optimizer optimizer) {
		return own.network().train(optimizer);
	}

	@Override
	public void save(final Path safetensors) {
		own.network().save(safetensors);
	}

	@Override
	public void close() {
		own.network().close();
		own.engine().close();
	}
}
