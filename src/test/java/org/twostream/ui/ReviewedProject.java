
package org.twostream.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.ApplyOptions;
import org.twostream.loop.Compute;
import org.twostream.loop.ReviewOptions;
import org.twostream.loop.Wiring;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;
import org.twostream.review.session.Reviewer;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.hdf5.Hdf5Store;
import org.twostream.volume.tiff.TiffStore;

/** A project with queries, for mains that review it in a window. */
public final class ReviewedProject {

	private final Path folder;

	public ReviewedProject(final Path folder) {
		this.folder = folder;
	}

	/** A copy without answers and what was made of them. */
	public ReviewedProject copy(final Path to) throws IOException {
		final List<Path> files;
		try (Stream<Path> all = Files.walk(folder)) {
			files = new ArrayList<>(all.toList());
		}
		for (final Path file : files) {
			final String name = folder.relativize(file).toString();
			if (name.startsWith("verdicts") || name.startsWith("decisions") || name
				.startsWith("report") || name.endsWith(".partial")) continue;
			if (Files.isDirectory(file)) Files.createDirectories(to.resolve(name));
			else Files.copy(file, to.resolve(name));
		}
		return new ReviewedProject(to);
	}

	/**
	 * Has the newest batch reviewed.
	 *
	 * @param window name of the reviewer's window
	 */
	public void review(final String window, final Reviewer reviewer,
		final String annotator)
	{
		steps(reviewer).review(new ReviewOptions("", window, annotator, "",
			compute()));
	}

	/**
	 * Has the newest batch answered from a truth.
	 *
	 * @param truth URI of a volume, empty for the project's own
	 */
	public void reviewByOracle(final String truth, final String annotator) {
		steps(nobody()).review(new ReviewOptions("", "oracle", annotator, truth,
			compute()));
	}

	private static Reviewer nobody() {
		return (session, progress) -> {
			throw new IllegalStateException("nobody is asked");
		};
	}

	private ActiveLearning steps(final Reviewer reviewer) {
		return new ActiveLearning(folder, new Wiring(new VolumeStores(List.of(
			new TiffStore(), new ChunkedStore(), new Hdf5Store())), name -> reviewer),
			Progress.NONE);
	}

	private static Compute compute() {
		return new Compute("cpu", 2, new Seed(1), "fp32");
	}

	/** Answers that hold, by the id of the ROI. */
	public Map<Long, Answer> answers() {
		final Map<Long, Answer> answers = new HashMap<>();
		for (final Verdict v : Verdicts.read(folder.resolve("verdicts")).current())
			answers.put(v.anchor().roi(), v.answer());
		return answers;
	}

	/** Lines of the table of decisions that follow, without comments. */
	public List<String> decisions() throws IOException {
		final var result = steps(nobody()).apply(new ApplyOptions("", compute()));
		try (Stream<String> lines = Files.lines(result.path().resolve(
			"decisions.tsv")))
		{
			return lines.filter(l -> !l.startsWith("#")).toList();
		}
	}
}
