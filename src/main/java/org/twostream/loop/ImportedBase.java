
package org.twostream.loop;

import java.nio.file.Path;

import org.twostream.core.Json;
import org.twostream.net.Engine;
import org.twostream.net.InferenceNetwork;
import org.twostream.net.InputSizes;
import org.twostream.net.Intensities;
import org.twostream.net.Tensor;
import org.twostream.net.bioimage.ImportedModel;
import org.twostream.net.bioimage.OutputChoice;
import org.twostream.segment.SectionHistograms;
import org.twostream.segment.WindowSize;

/**
 * A model of others in the place of a base model.
 *
 * @param path where it lies, absolute
 * @param choice which of its outputs count
 */
record ImportedBase(Path path, ImportedModel model, OutputChoice choice)
		implements
			PredictionModel {

	@Override
	public String name(final Project project) {
		return path.toString();
	}

	@Override
	public Json provenance() {
		return new Json().put("sha256", model.fingerprint()).putAll(choice.json());
	}

	@Override
	public WindowSize window() {
		final int[] w = model.usualWindow();
		return new WindowSize(w[0], w[1], w[2]);
	}

	@Override
	public InferenceNetwork open(final Use use) {
		final WindowSize w = use.window();
		final long[][] histograms = model.needsStatistics() ? SectionHistograms.of(
			use.raw(), use.compute().threads(), use.progress()) : new long[0][];
		final Engine engine = use.compute().engine();
		try {
			return new OnItsOwn(engine, model.open(engine, new int[] { w.x(), w.y(), w
				.z() }, histograms, choice));
		}
		catch (final RuntimeException e) {
			engine.close();
			throw e;
		}
	}

	/** A network and the engine that nothing else uses. */
	private record OnItsOwn(Engine engine, InferenceNetwork network)
			implements
				InferenceNetwork {

		@Override
		public int channels() {
			return network.channels();
		}

		@Override
		public InputSizes inputSizes() {
			return network.inputSizes();
		}

		@Override
		public Intensities intensities() {
			return network.intensities();
		}

		@Override
		public Tensor predict(final Tensor input) {
			return network.predict(input);
		}

		@Override
		public void close() {
			network.close();
			engine.close();
		}
	}
}
