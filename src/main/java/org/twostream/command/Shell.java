
package org.twostream.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.twostream.core.Cancelled;
import org.twostream.core.UserError;
import org.twostream.loop.StepResult;

/**
 * The steps as verbs of a shell: {@code twostream STEP key=value ...}. Results
 * go to standard output, progress and refusals to standard error.
 */
public final class Shell {

	/** Verbs that the shell itself knows, beside steps and {@link Verbs}. */
	static final List<String> VERBS = List.of("help", "version", "demo");

	/** Exit code when all went well. */
	static final int FINE = 0;
	/** Exit code of a failure of ours. */
	static final int FAILED = 1;
	/** Exit code of a refusal. */
	static final int REFUSED = 2;
	/** Exit code after Ctrl-C: 128 + SIGINT. */
	static final int STOPPED = 130;

	private final PrintStream out;
	private final PrintStream err;
	private final ConsoleProgress progress;

	/**
	 * @param rewrite whether progress may rewrite its line, as on a terminal
	 */
	Shell(final PrintStream out, final PrintStream err, final boolean rewrite) {
		this.out = out;
		this.err = err;
		this.progress = new ConsoleProgress(err, rewrite);
	}

	/** Runs one step and exits with its code. */
	public static void main(final String... args) {
		final Shell shell = new Shell(stream(FileDescriptor.out), stream(
			FileDescriptor.err), Boolean.getBoolean("twostream.terminal"));
		final CountDownLatch done = new CountDownLatch(1);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			shell.cancel();
			awaitQuietly(done);
		}, "stop"));
		int code = FAILED;
		try {
			code = shell.run(args);
		}
		finally {
			done.countDown();
		}
		System.exit(code);
	}

	private static PrintStream stream(final FileDescriptor descriptor) {
		return new PrintStream(new FileOutputStream(descriptor), true, Charset
			.forName(System.getProperty("native.encoding", "UTF-8")));
	}

	// Ctrl-C ends the process only when the step has left whole files.
	private static void awaitQuietly(final CountDownLatch done) {
		try {
			done.await();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Asks the step that runs to stop; {@link #run} then returns soon. */
	void cancel() {
		progress.cancel();
	}

	/** Does what the words say and returns the exit code. */
	int run(final String... args) {
		try {
			dispatch(args.length == 0 ? "help" : args[0], Arrays.asList(args).subList(
				Math.min(1, args.length), args.length));
			return FINE;
		}
		catch (final UserError e) {
			progress.close();
			FailureLine.print(e, err);
			return REFUSED;
		}
		catch (final Cancelled e) {
			progress.close();
			FailureLine.print(e, err);
			return STOPPED;
		}
		catch (final RuntimeException | Error e) {
			progress.close();
			FailureLine.print(e, err);
			e.printStackTrace(err);
			return FAILED;
		}
	}

	private void dispatch(final String verb, final List<String> rest) {
		switch (verb) {
			case "help", "-h", "--help" -> help(rest);
			case "version", "--version" -> out.println(Versions.text());
			case "demo" -> demo(assignments(rest));
			default -> other(verb, rest);
		}
	}

	private void help(final List<String> rest) {
		if (rest.size() > 1) throw new UserError("help takes one step, not " + rest
			.size() + "; give twostream help STEP.");
		out.print(rest.isEmpty() ? HelpPage.overview() : Verbs.find(rest.get(0))
			.map(HelpPage::verb).orElseGet(() -> HelpPage.step(Step.of(Steps.command(
				rest.get(0)).getClass()))));
	}

	private void other(final String name, final List<String> rest) {
		final Optional<Verb> verb = Verbs.find(name);
		if (verb.isEmpty()) {
			Steps.command(name);
			step(name, assignments(rest));
			return;
		}
		progress.begin(name);
		verb.get().run(rest, out, progress);
		progress.close();
	}

	private StepResult step(final String name, final Map<String, String> values) {
		final StepCommand command = Steps.command(name);
		Step.of(command.getClass()).fill(command, values);
		progress.begin(name);
		final StepResult result = command.perform(progress, VolumeNames.FILES);
		progress.close();
		out.println(StepReport.text(result));
		return result;
	}

	private void demo(final Map<String, String> values) {
		Demo.parts(values).forEach(this::step);
	}

	/** Splits key=value words. */
	static Map<String, String> assignments(final List<String> words) {
		final Map<String, String> values = new LinkedHashMap<>();
		for (final String word : words) {
			final int equals = word.indexOf('=');
			if (equals < 1) throw new UserError("\"" + word +
				"\" is not key=value; write it without spaces round the =, quotes where the value has spaces.");
			final String key = word.substring(0, equals);
			if (values.put(key, word.substring(equals + 1)) != null)
				throw new UserError(key + " is given twice; leave one out.");
		}
		return values;
	}
}
