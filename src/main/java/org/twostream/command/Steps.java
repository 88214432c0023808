
package org.twostream.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.twostream.core.Nearest;
import org.twostream.core.UserError;

/** All steps, in the order in which they are run. */
final class Steps {

	private static final List<Supplier<StepCommand>> COMMANDS = List.of(
		SampleCommand::new, TrainCommand::new, PredictCommand::new,
		ProposeCommand::new, EncodeCommand::new, SuggestCommand::new,
		ReviewCommand::new, ApplyCommand::new, RefineCommand::new,
		FinetuneCommand::new, MeasureCommand::new, LoopCommand::new,
		CompareCommand::new, ExportCommand::new, SearchCommand::new,
		DoctorCommand::new, EngineCommand::new, ExperimentCommand::new,
		MapCommand::new);

	private Steps() {}

	static List<Step> all() {
		return COMMANDS.stream().map(c -> Step.of(c.get().getClass())).toList();
	}

	static List<String> names() {
		return all().stream().map(Step::name).toList();
	}

	/**
	 * A fresh command with default values.
	 *
	 * @throws UserError if there is no such step; names the nearest name
	 */
	static StepCommand command(final String name) {
		for (final Supplier<StepCommand> supplier : COMMANDS) {
			final StepCommand command = supplier.get();
			if (Step.of(command.getClass()).name().equals(name)) return command;
		}
		final List<String> words = new ArrayList<>(names());
		words.addAll(Shell.VERBS);
		Verbs.all().forEach(v -> words.add(v.name()));
		throw new UserError("There is no step " + name + "; did you mean " + Nearest
			.to(name, words) + "?");
	}
}
