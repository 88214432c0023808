
package org.twostream.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.twostream.block.BlockEngines;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.segment.TrainingView;
import org.twostream.volume.EmVolume;
import org.twostream.volume.ForegroundVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/** A small sample on which predict, propose and encode run on any engine. */
final class EngineSteps {

	private final Path folder;
	private final Compute compute;

	private EngineSteps(final Path folder, final int threads) {
		this.folder = folder;
		compute = new Compute("cpu", threads, new Seed(1), "fp32");
	}

	/**
	 * Makes a volume of several blocks, a network that knows little, and ROIs.
	 */
	static EngineSteps sampled(final Path folder, final int threads) {
		final EngineSteps made = new EngineSteps(folder, threads);
		final ActiveLearning steps = made.steps("sample", BlockEngines.LOCAL,
			Progress.NONE);
		steps.sample(new SampleOptions(64, 64, 70, 8, new VoxelSize(8, 8, 30),
			Target.MITOCHONDRIA, new Seed(1), 2));
		steps.train(Source.NONE, new TrainOptions("", "", "tiny", 2, "32,32,4", 2,
			LearningOptions.DEFAULT, "", "", made.compute), TrainingView.NONE);
		try (EmVolume truth = ForegroundVolume.of(SmallProject.WIRING.stores().open(
			made.project("sample").resolve("sample/truth.zarr").toString()));
				VolumeWriter out = ChunkedWriter.create(made.prediction(), ChunkedSpec
					.of(PixelType.UINT8, 64, 64, 70)))
		{
			final Box all = truth.info().box();
			out.write(0, all, truth.bytes(0, all));
		}
		return made;
	}

	private Path prediction() {
		return folder.resolve("prediction.zarr");
	}

	private Path project(final String name) {
		return folder.resolve(name + ".twostream");
	}

	private ActiveLearning steps(final String name, final BlockEngines engines,
		final Progress progress)
	{
		return new ActiveLearning(project(name), SmallProject.WIRING.on(engines),
			progress);
	}

	/** Files by name that the three steps made, without records and times. */
	Map<String, byte[]> made(final String name, final BlockEngines engines)
		throws IOException
	{
		return made(name, engines, Progress.NONE);
	}

	/**
	 * @param progress of all three
	 */
	Map<String, byte[]> made(final String name, final BlockEngines engines,
		final Progress progress) throws IOException
	{
		Folders.copy(project("sample"), project(name));
		steps(name, engines, progress).predict(Source.NONE, new PredictOptions("",
			"", 0, "", 1, 1, "", "", compute));
		final ActiveLearning steps = steps(name, engines, progress);
		steps.propose(Source.NONE, new ProposeOptions(prediction().toString(),
			"0.5", 0, 20, 26, "removed", "no", 0, "kept", "distance", 10, compute));
		steps.encode(new EncodeOptions("", 4, 4, 1, 8, compute));
		final Map<String, byte[]> files = new TreeMap<>();
		for (final String result : List.of("prediction/001.zarr", "rois/001",
			"encoders/001"))
			try (Stream<Path> all = Files.walk(project(name).resolve(result))) {
				for (final Path p : all.filter(Files::isRegularFile).toList())
					files.put(project(name).relativize(p).toString(), Files.readAllBytes(
						p));
			}
		return files;
	}
}
