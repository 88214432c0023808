
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;

import org.twostream.core.Json;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.net.Architecture;
import org.twostream.net.Engine;
import org.twostream.net.InferenceNetwork;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.StoredSegmentation;
import org.twostream.net.bioimage.ImportedModel;
import org.twostream.segment.LearningCurve;
import org.twostream.segment.ValidationScores;
import org.twostream.segment.WindowSize;

/**
 * A base model's folder: model.json and weights.safetensors (docs/format).
 *
 * @param folder where it lies
 * @param architecture of the network
 * @param target what it finds
 * @param voxelSize nm of the volume it was trained on
 * @param window of its training
 * @param raw URI of the initial labelled volume
 * @param labels URI of its labels
 * @param curve of its last training
 * @param validation scores on the held-out part of the initial volume
 */
record BaseModel(Path folder, Architecture architecture, Target target,
		VoxelSize voxelSize, WindowSize window, String raw, String labels,
		LearningCurve curve, ValidationScores validation)
		implements
			PredictionModel {

	private static final String WEIGHTS = "weights.safetensors";
	private static final String MODEL = "model.json";

	/**
	 * @throws UserError if the folder holds no model or a damaged one
	 */
	static BaseModel read(final Path folder) {
		if (ImportedModel.isOne(folder)) throw new UserError(folder +
			" is a model of others, which can predict and nothing else; give a base model that train made.");
		final Path file = folder.resolve(MODEL);
		if (!Files.exists(file)) throw new UserError(folder +
			" holds no model.json; give the folder of a base model.");
		final Json json = Json.read(file);
		return new BaseModel(folder, Architecture.fromJson(json.object(
			"architecture")), Target.parse(json.string("target")), VoxelSize.parse(
				json.string("voxel_nm")), WindowSize.parse(json.string("window")), json
					.string("raw"), json.string("labels"), LearningCurve.fromJson(json
						.objects("curve")), ValidationScores.fromJson(json.object(
							"validation")));
	}

	/**
	 * The model that a key names: a number of the project or a folder.
	 *
	 * @param asked number, folder or "" for the newest
	 * @throws UserError if there is none or it was made for another target
	 */
	static BaseModel of(final Project project, final String asked) {
		final boolean elsewhere = !asked.isEmpty() && !asked.matches("\\d+");
		final BaseModel model = read(elsewhere ? Path.of(asked) : project.path(
			Kind.BASE, project.require(Kind.BASE, asked, "train")));
		if (model.target != project.info().target()) throw new UserError(
			"The model " + model.folder + " was made for " + model.target.text() +
				", the project is for " + project.info().target().text() +
				"; choose another model or project.");
		return model;
	}

	/** Writes model.json and the weights into this model's folder. */
	void write(final SegmentationNetwork network) {
		network.save(folder.resolve(WEIGHTS));
		new Json().put("architecture", architecture.json()).put("target", target
			.text()).put("voxel_nm", voxelSize.text()).put("window", window.text())
			.put("raw", raw).put("labels", labels).put("parameters", network
				.parameterCount()).put("curve", curve.json()).put("validation",
					validation.json()).write(folder.resolve(MODEL));
	}

	/** The network with this model's weights. */
	SegmentationNetwork network(final Engine engine) {
		return engine.segmentation(architecture, folder.resolve(WEIGHTS));
	}

	@Override
	public InferenceNetwork open(final Use use) {
		return StoredSegmentation.open(use.compute().engineSettings(), architecture,
			folder.resolve(WEIGHTS));
	}

	@Override
	public Json provenance() {
		return new Json();
	}

	@Override
	public String name(final Project project) {
		final Path here = folder.toAbsolutePath().normalize();
		return here.startsWith(project.folder().toAbsolutePath().normalize()) ? here
			.getFileName().toString() : here.toString();
	}
}
