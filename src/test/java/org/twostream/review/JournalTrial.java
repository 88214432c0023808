
package org.twostream.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reviewers in processes of their own who write into one folder, and what must
 * be read of it afterwards. For tests and for the bench.
 */
public final class JournalTrial {

	private final Path folder;
	private final List<String> acknowledged = Collections.synchronizedList(
		new ArrayList<>());
	private final List<String> refusals = Collections.synchronizedList(
		new ArrayList<>());
	private int processes;
	private int silent;

	public JournalTrial(final Path folder) {
		this.folder = folder;
	}

	/**
	 * What was found in the folder.
	 *
	 * @param processes that were started
	 * @param silent of these, killed before their first event
	 * @param acknowledged events
	 * @param lost of these, not read back as they were
	 * @param unacknowledged events that were read without
	 * @param problems what reading said, a sentence each
	 */
	public record Found(int processes, int silent, int acknowledged, int lost,
			int unacknowledged, List<String> problems) {
	}

	/**
	 * A reviewer and the thread that hears what it acknowledges.
	 *
	 * @param first is down once something was heard, or the end
	 */
	public record Reviewer(Process process, Thread ear, CountDownLatch first) {

		/** Stops it as {@code kill -9} does, and hears it to the end. */
		public void kill() throws InterruptedException {
			// Not of Process: that would close the pipe before all is heard.
			process.toHandle().destroyForcibly();
			finish();
		}

		/** Waits for its end. */
		public void finish() throws InterruptedException {
			process.waitFor();
			ear.join();
		}
	}

	static List<String> java(final String classPath) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx200m", "-cp",
			classPath, JournalProcess.class.getName());
	}

	/** Starts a reviewer of mixed clicks. */
	public Reviewer start(final String annotator, final String howLong)
		throws IOException
	{
		final List<String> command = new ArrayList<>(java(System.getProperty(
			"java.class.path")));
		command.addAll(List.of(folder.toString(), annotator, howLong, "mixed"));
		return start(command);
	}

	Reviewer start(final List<String> command) throws IOException {
		processes++;
		final Process process = new ProcessBuilder(command).redirectError(
			ProcessBuilder.Redirect.INHERIT).start();
		final CountDownLatch first = new CountDownLatch(1);
		final Thread ear = new Thread(() -> hear(process, first), "ear");
		ear.start();
		return new Reviewer(process, ear, first);
	}

	private void hear(final Process process, final CountDownLatch first) {
		int heard = 0;
		try (BufferedReader in = new BufferedReader(new InputStreamReader(process
			.getInputStream(), StandardCharsets.UTF_8)))
		{
			final StringBuilder line = new StringBuilder();
			for (int c = in.read(); c >= 0; c = in.read()) {
				if (c != '\n') {
					line.append((char) c);
					continue;
				}
				(line.indexOf("refused: ") == 0 ? refusals : acknowledged).add(line
					.toString());
				heard++;
				first.countDown();
				line.setLength(0);
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		finally {
			first.countDown();
		}
		synchronized (this) {
			if (heard == 0) silent++;
		}
	}

	/**
	 * Kills one reviewer after the other, each at a random instant while it
	 * clicks as fast as it can, one in ten while it starts, while another one
	 * clicks on.
	 *
	 * @param longestMillis from the first click to the kill at most, from the
	 *          start for one in ten
	 */
	public void kill(final int times, final int longestMillis, final long seed)
		throws IOException, InterruptedException
	{
		final SplittableRandom random = new SplittableRandom(seed);
		final Reviewer other = start("other", "3600s");
		for (int i = 0; i < times; i++) {
			final Reviewer victim = start("victim " + i % 3, "3600s");
			if (i % 10 != 9) victim.first().await();
			TimeUnit.MICROSECONDS.sleep(random.nextInt(1000 * longestMillis));
			victim.kill();
		}
		other.kill();
	}

	/** What reviewers said when they could not go on. */
	public List<String> refusals() {
		return refusals;
	}

	/** Reads the folder and compares. */
	public Found found() {
		final Verdicts read = Verdicts.read(folder);
		final Set<String> there = new HashSet<>();
		read.events().forEach(v -> there.add(JournalProcess.print(v)));
		final int lost = (int) acknowledged.stream().filter(line -> !there.contains(
			line)).count();
		return new Found(processes, silent, acknowledged.size(), lost, there
			.size() - acknowledged.size() + lost, read.problems());
	}
}
