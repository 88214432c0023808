
package org.twostream.loop;

import java.nio.file.Path;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.net.InferenceNetwork;
import org.twostream.net.bioimage.ImportedModel;
import org.twostream.net.bioimage.OutputChoice;
import org.twostream.segment.WindowSize;
import org.twostream.volume.EmVolume;

/** What {@code predict} takes for its base: a model of ours or of others. */
interface PredictionModel {

	/**
	 * What a model is opened for.
	 *
	 * @param raw 8 bit
	 * @param window that it will see
	 * @param compute where the network runs
	 */
	record Use(EmVolume raw, WindowSize window, Compute compute,
			Progress progress) {
	}

	/**
	 * The model that a word of the key base names.
	 *
	 * @param o whose channel and activation are for models of others
	 * @throws org.twostream.core.UserError if there is none or it is for another
	 *           target
	 */
	static PredictionModel of(final Project project, final String word,
		final PredictOptions o)
	{
		if (word.isEmpty() || word.matches("\\d+") || !ImportedModel.isOne(Path.of(
			word))) return BaseModel.of(project, word);
		return new ImportedBase(Path.of(word).toAbsolutePath().normalize(),
			ImportedModel.of(Path.of(word)), new OutputChoice(o.channel(), o
				.activation(), project.info().target()));
	}

	/** How a record names it: its number, or its whole path. */
	String name(Project project);

	/** What else of it decides the bytes of a prediction. */
	Json provenance();

	/**
	 * The window to use where none is given.
	 *
	 * @throws org.twostream.core.UserError if one must be given
	 */
	WindowSize window();

	/**
	 * Its network, on an engine of its own, which it closes.
	 *
	 * @throws org.twostream.core.UserError if it is damaged or does not take the
	 *           window
	 */
	InferenceNetwork open(Use use);
}
