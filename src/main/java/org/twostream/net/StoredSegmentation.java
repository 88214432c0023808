
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
	private final transient Engine engine;
	private final transient SegmentationNetwork network;

	private StoredSegmentation(final Place place, final Engine engine,
		final SegmentationNetwork network)
	{
		this.place = place;
		this.engine = engine;
		this.network = network;
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
			final Engine engine = settings.open();
			try {
				return new StoredSegmentation(this, engine, engine.segmentation(
					architecture, Path.of(safetensors)));
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
	public Architecture architecture() {
		return network.architecture();
	}

	@Override
	public long parameterCount() {
		return network.parameterCount();
	}

	@Override
	public InputSizes inputSizes() {
		return network.inputSizes();
	}

	@Override
	public Tensor predict(final Tensor input) {
		return network.predict(input);
	}

	@Override
	public double[] predictLoss(final Tensor input) {
		return network.predictLoss(input);
	}

	@Override
	public SegmentationTraining train(final Optimizer optimizer) {
		return network.train(optimizer);
	}

	@Override
	public void save(final Path safetensors) {
		network.save(safetensors);
	}

	@Override
	public void close() {
		network.close();
		engine.close();
	}
}
