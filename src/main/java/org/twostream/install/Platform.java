
package org.twostream.install;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.twostream.core.UserError;
import org.twostream.net.NativeFiles;

/** A kind of machine that the native library exists for. */
public enum Platform {

		LINUX("linux-x86_64", "linux64"), WINDOWS("win-x86_64", "win64"), MAC(
			"osx-aarch64", "macos-arm64"), LINUX_ARM("linux-aarch64", "linux-arm64");

	private final String classifier;
	private final String fiji;

	Platform(final String classifier, final String fiji) {
		this.classifier = classifier;
		this.fiji = fiji;
	}

	/** As the native library's jar names it: linux-x86_64, win-x86_64, ... */
	public String classifier() {
		return classifier;
	}

	/** As Fiji's updater names it. */
	public String fiji() {
		return fiji;
	}

	/**
	 * This machine.
	 *
	 * @throws UserError if the native library does not exist for it
	 */
	public static Platform current() {
		final String name = NativeFiles.platform();
		return of(name).orElseThrow(() -> new UserError("PyTorch " +
			"has no native library for " + name + "; use a machine that is one of " +
			names() + "."));
	}

	/**
	 * @throws UserError if there is none of that name
	 */
	public static Platform parse(final String text) {
		return of(text).orElseThrow(() -> new UserError("platform=" + text +
			" is none of " + names() + "; choose one of them."));
	}

	/** By either name. */
	static Optional<Platform> of(final String name) {
		return Arrays.stream(values()).filter(p -> p.classifier.equals(name) ||
			p.fiji.equals(name)).findFirst();
	}

	private static String names() {
		return Arrays.stream(values()).map(Platform::classifier).collect(Collectors
			.joining(", "));
	}
}
