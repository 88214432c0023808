
package org.twostream.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.UserError;

class InstallerTest {

	@TempDir
	static Path built;
	private static Distribution first;
	private static Distribution second;

	@TempDir
	Path folder;
	private FijiFolder fiji;
	private Map<String, String> before;

	@BeforeAll
	static void build() throws IOException {
		first = FijiFolder.distribution(built, "0.1.0");
		second = FijiFolder.distribution(built, "0.2.0");
	}

	@BeforeEach
	void make() throws IOException {
		fiji = FijiFolder.latest(folder.resolve("Fiji"));
		before = fiji.contents();
	}

	@Test
	void putsExactlyTheJarsThatAFijiLacks() throws IOException {
		install(first);
		final Map<String, String> after = fiji.contents();
		final Set<String> added = new TreeSet<>(after.keySet());
		added.removeAll(before.keySet());
		final Set<String> lacking = FijiFolder.classPath().map(p -> p.getFileName()
			.toString()).filter(n -> FijiFolder.OF_FIJI.stream().noneMatch(o -> n
				.matches(o + "-\\d.*")) && !n.startsWith("slf4j-simple") && !n
					.startsWith("pytorch-native")).map(n -> "jars/" + n).collect(
						Collectors.toCollection(TreeSet::new));
		lacking.add("plugins/TwoStream_-0.1.0.jar");
		lacking.add(Ledger.NAME);
		assertEquals(lacking, added);
		after.keySet().retainAll(before.keySet());
		assertEquals(before, after, "nothing that was there has changed");
	}

	@Test
	void aFijiHasWhatIsNamedHere() {
		// each of these is a decision: what a new dependency brings into a Fiji
		assertEquals(Set.of("api", "pytorch-engine", "pytorch-jni", "jhdf",
			"compress-lzf", "blosc-java", "snakeyaml-engine", "external-umap-java"),
			plan(first).items(Plan.Action.ADD).stream().map(i -> Library.of(i
				.source()).artifact()).filter(a -> !a.equals("TwoStream_")).collect(
					Collectors.toSet()));
	}

	@Test
	void uninstallLeavesTheFolderAsItWas() throws IOException {
		install(first);
		assertFalse(before.equals(fiji.contents()));
		final Installer.Removal removal = installer(Progress.NONE).uninstall(false);
		assertEquals(before, fiji.contents());
		assertEquals(List.of(), removal.left());
	}

	@Test
	void foldersThatItMadeGoAgain() throws IOException {
		final FijiFolder imagej = FijiFolder.imagej(folder.resolve("ImageJ"));
		final Map<String, String> plain = imagej.contents();
		final Installer installer = new Installer(imagej.application(),
			Progress.NONE);
		installer.install(installer.plan(first, List.of()));
		assertTrue(Files.exists(imagej.root.resolve("plugins").resolve(first.jar()
			.fileName())));
		assertTrue(Files.exists(imagej.root.resolve("jars").resolve(FijiFolder.jar(
			"imglib2").getFileName())));
		assertFalse(Files.exists(imagej.root.resolve("jars").resolve(FijiFolder.jar(
			"ij").getFileName())), "ImageJ is its own ij.jar");
		installer.uninstall(false);
		assertEquals(plain, imagej.contents());
	}

	@Test
	void aSecondInstallChangesNothing() throws IOException {
		install(first);
		final Map<String, String> once = fiji.contents();
		final Plan again = plan(first);
		assertTrue(again.isDone());
		assertEquals(0, again.bytes());
		install(first);
		assertEquals(once, fiji.contents());
	}

	@Test
	void planningChangesNothing() throws IOException {
		plan(first);
		assertEquals(before, fiji.contents());
	}

	@Test
	void anUpgradeReplacesOurOldJarAndUninstallKnowsTheNewOne()
		throws IOException
	{
		install(first);
		install(second);
		assertFalse(Files.exists(fiji.root.resolve(
			"plugins/TwoStream_-0.1.0.jar")));
		assertTrue(Files.exists(fiji.root.resolve("plugins/TwoStream_-0.2.0.jar")));
		installer(Progress.NONE).uninstall(false);
		assertEquals(before, fiji.contents());
	}

	@Test
	void aLibraryThatFijiGotMeanwhileReplacesOurs() throws IOException {
		install(first);
		final Path ours = fiji.root.resolve("jars").resolve(FijiFolder.jar("jhdf")
			.getFileName());
		final Path theirs = Files.copy(ours, fiji.root.resolve(
			"jars/bio-formats/jhdf-0.14.0.jar"));
		install(first);
		assertFalse(Files.exists(ours));
		installer(Progress.NONE).uninstall(false);
		assertTrue(Files.exists(theirs));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.8.9", "2.11.0", "3.0" })
	void fijisOwnVersionIsKeptWhenItServes(final String version)
		throws IOException
	{
		fiji.replace("gson", version);
		final Map<String, String> with = fiji.contents();
		assertEquals(version, plan(first).items(Plan.Action.KEEP).stream().filter(
			i -> i.path().contains("/gson-")).findFirst().orElseThrow().version());
		install(first);
		final Map<String, String> after = fiji.contents();
		after.keySet().retainAll(with.keySet());
		assertEquals(with, after);
		assertFalse(Files.exists(fiji.root.resolve("jars").resolve(FijiFolder.jar(
			"gson").getFileName())));
	}

	@Test
	void anOlderLineIsRefusedByNameAndNothingIsPut() throws IOException {
		fiji.replace("imglib2", "7.1.4");
		fiji.replace("scijava-common", "1.9");
		final Map<String, String> with = fiji.contents();
		final String message = assertThrows(UserError.class, () -> install(first))
			.getMessage();
		assertTrue(message.contains(
			"has scijava-common 1.9 where TwoStream needs " + Library.of(FijiFolder
				.jar("scijava-common")).version() +
				" and imglib2 7.1.4 where TwoStream needs 8."), message);
		assertEquals(with, fiji.contents());
	}

	@Test
	void anotherDjlIsRefusedSinceItsPartsOnlyFitEachOther() throws IOException {
		final Path api = FijiFolder.jar("api");
		Files.copy(api, fiji.root.resolve("jars/api-0.99.0.jar"));
		final String message = assertThrows(UserError.class, () -> install(first))
			.getMessage();
		assertTrue(message.contains("api 0.99.0"), message);
	}

	@Test
	void aTwoStreamOfSomebodyElseIsRefused() throws IOException {
		Files.copy(second.jar().file(), fiji.root.resolve(
			"plugins/TwoStream_-0.2.0.jar"));
		assertTrue(assertThrows(UserError.class, () -> install(first)).getMessage()
			.contains("plugins/TwoStream_-0.2.0.jar"));
	}

	@Test
	void whatSomebodyChangedStays() throws IOException {
		install(first);
		final Path changed = fiji.root.resolve("jars").resolve(FijiFolder.jar(
			"jhdf").getFileName());
		Files.writeString(changed, "mine");
		final Installer.Removal removal = installer(Progress.NONE).uninstall(false);
		assertEquals(List.of("jars/" + changed.getFileName()), removal.left());
		assertEquals("mine", Files.readString(changed));
		Files.delete(changed);
		assertEquals(before, fiji.contents());
	}

	@Test
	void aForeignFileInTheWayIsRefused() throws IOException {
		final Path file = fiji.root.resolve("jars").resolve(FijiFolder.jar("jhdf")
			.getFileName());
		Files.createDirectory(file);
		assertTrue(assertThrows(UserError.class, () -> install(first)).getMessage()
			.contains(file.toString()));
	}

	@Test
	void aFailureAnywhereLeavesTheFijiAsItWas() throws IOException {
		final AtomicInteger reports = new AtomicInteger();
		new Installer(fiji.application(), failing(reports, Integer.MAX_VALUE))
			.install(plan(first));
		final int all = reports.get();
		installer(Progress.NONE).uninstall(false);
		for (int i = 1; i <= all; i++) {
			final Installer installer = installer(failing(new AtomicInteger(), i));
			final Plan plan = installer.plan(first, List.of());
			assertThrows(IllegalStateException.class, () -> installer.install(plan));
			assertEquals(before, fiji.contents(), "failed at report " + i);
		}
	}

	@Test
	void aFailedUpgradeLeavesTheOldVersion() throws IOException {
		install(first);
		final Map<String, String> with = fiji.contents();
		final AtomicInteger reports = new AtomicInteger();
		final Installer installer = installer(failing(reports, 3));
		final Plan plan = installer.plan(second, List.of());
		assertThrows(IllegalStateException.class, () -> installer.install(plan));
		assertEquals(with, fiji.contents());
		assertTrue(plan(first).isDone());
	}

	@Test
	void cancelLeavesTheFijiAsItWas() throws IOException {
		final Installer installer = installer(new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				// nobody listens
			}

			@Override
			public boolean cancelled() {
				return true;
			}
		});
		final Plan plan = installer.plan(first, List.of());
		assertThrows(Cancelled.class, () -> installer.install(plan));
		assertEquals(before, fiji.contents());
	}

	@Test
	void afterAKilledInstallUninstallAndInstallStillWork() throws IOException {
		install(first);
		// as a kill between two moves leaves it: recorded but not there
		final Path stage = Files.createDirectory(fiji.root.resolve(
			".twostream-killed"));
		Files.writeString(stage.resolve("new3"), "half a jar");
		Files.delete(fiji.root.resolve("plugins/TwoStream_-0.1.0.jar"));
		install(first);
		assertTrue(plan(first).isDone());
		Files.delete(fiji.root.resolve("plugins/TwoStream_-0.1.0.jar"));
		installer(Progress.NONE).uninstall(false);
		assertEquals(before, fiji.contents());
	}

	@Test
	void aFileInTheWayOfAFolderIsRefusedAndUndone() throws IOException {
		final FijiFolder imagej = FijiFolder.imagej(folder.resolve("ImageJ"));
		Files.writeString(imagej.root.resolve("jars"), "a file");
		final Map<String, String> with = imagej.contents();
		final Installer installer = new Installer(imagej.application(),
			Progress.NONE);
		final Plan plan = installer.plan(first, List.of());
		assertTrue(assertThrows(UserError.class, () -> installer.install(plan))
			.getMessage().startsWith("Cannot change "));
		assertEquals(with, imagej.contents());
	}

	@Test
	void uninstallWhereNothingWasPutSaysSo() {
		assertTrue(assertThrows(UserError.class, () -> installer(Progress.NONE)
			.uninstall(false)).getMessage().contains("install put nothing there"));
	}

	@Test
	void aLedgerThatPointsOutsideIsRefused() throws IOException {
		install(first);
		final Path ledger = fiji.root.resolve(Ledger.NAME);
		Files.writeString(ledger, Files.readString(ledger) +
			"../precious.txt\t1\tabc\n");
		assertTrue(assertThrows(UserError.class, () -> installer(Progress.NONE)
			.uninstall(false)).getMessage().contains("outside"));
	}

	private static Progress failing(final AtomicInteger reports, final int at) {
		return new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				if (reports.incrementAndGet() == at) throw new IllegalStateException(
					"no space left on device");
			}

			@Override
			public boolean cancelled() {
				return false;
			}
		};
	}

	private Installer installer(final Progress progress) {
		return new Installer(fiji.application(), progress);
	}

	private Plan plan(final Distribution distribution) {
		return installer(Progress.NONE).plan(distribution, List.of());
	}

	private void install(final Distribution distribution) {
		installer(Progress.NONE).install(plan(distribution));
	}
}
