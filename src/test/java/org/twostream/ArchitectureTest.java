
package org.twostream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/** The rules of docs/design.md, Packages, held against the compiled classes. */
@AnalyzeClasses(packages = "org.twostream",
	importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	private static final String ROOT = "org.twostream.";

	/** Each package may use itself and what stands before it. */
	private static final List<String> ORDER = List.of("core", "volume", "phantom",
		"block", "net", "segment", "roi", "embed", "query", "review", "measure",
		"experiment", "loop", "ui", "install", "command");

	/** Who may name a library; a package below means that leaf only. */
	private static final Map<String, String> HOMES = new TreeMap<>();
	static {
		HOMES.put("com.google.gson", "core");
		HOMES.put("org.snakeyaml", "core");
		HOMES.put("ai.djl", "net");
		HOMES.put("com.sun.jna", "net");
		HOMES.put("org.apache.commons.math3", "roi query measure");
		HOMES.put("tagbio.umap", "query.map");
		HOMES.put("io.jhdf", "volume.hdf5");
		HOMES.put("com.github.luben", "volume.chunked");
		HOMES.put("com.scalableminds", "volume.chunked");
		HOMES.put("org.apache.commons.compress", "volume.chunked");
		HOMES.put("javax.imageio", "measure ui");
		HOMES.put("org.jfree", "measure");
		HOMES.put("java.awt", "measure ui command");
		HOMES.put("javax.swing", "ui command");
		HOMES.put("ij", "ui command");
		HOMES.put("bdv", "ui.bdv");
		HOMES.put("org.janelia", "volume.n5");
		HOMES.put("net.imagej", "command");
		HOMES.put("org.scijava", "command ui.bdv");
		HOMES.put("org.apache.spark", "block.spark");
		HOMES.put("scala", "block.spark");
	}

	@ArchTest
	void packagesUseOnlyWhatStandsBeforeThem(final JavaClasses all) {
		for (int i = 0; i < ORDER.size(); i++) {
			final String[] later = ORDER.subList(i + 1, ORDER.size()).stream().map(
				p -> ROOT + p + "..").toArray(String[]::new);
			if (later.length > 0) noClasses().that().resideInAPackage(ROOT + ORDER
				.get(i) + "..").should().dependOnClassesThat().resideInAnyPackage(later)
				.allowEmptyShould(true).check(all);
		}
	}

	@ArchTest
	void librariesAreNamedOnlyInTheirHomes(final JavaClasses all) {
		HOMES.forEach((library, homes) -> noClasses().that()
			.resideOutsideOfPackages(Arrays.stream(homes.split(" ")).map(h -> ROOT +
				h + "..").toArray(String[]::new)).should().dependOnClassesThat()
			.resideInAPackage(library + "..").because(library + " has its home in " +
				homes).check(all));
	}

	/** What others made is read without the engine; only net runs it. */
	@ArchTest
	void leavesOfNetDoNotNameTheEngine(final JavaClasses all) {
		noClasses().that().resideInAPackage(ROOT + "net.*..").should()
			.dependOnClassesThat().resideInAPackage("ai.djl..").check(all);
	}

	@ArchTest
	void everyPackageIsInTheOrder(final JavaClasses all) {
		classes().should().resideInAnyPackage(ORDER.stream().map(p -> ROOT + p +
			"..").toArray(String[]::new)).check(all);
	}

	@ArchTest
	void packagesAndSubpackagesHaveNoCycles(final JavaClasses all) {
		slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(all);
	}

	@ArchTest
	void nobodyWritesToTheConsole(final JavaClasses all) {
		noClasses().that().haveNameNotMatching(".*\\.FailureLine").should()
			.accessField(System.class, "out").orShould().accessField(System.class,
				"err").orShould().callMethod(Throwable.class, "printStackTrace").check(
					all);
	}

	@ArchTest
	void onlyTheShellExits(final JavaClasses all) {
		noClasses().that().haveNameNotMatching(".*\\.Shell").should().callMethod(
			System.class, "exit", int.class).check(all);
	}
}
