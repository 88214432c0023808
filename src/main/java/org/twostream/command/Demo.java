
package org.twostream.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.twostream.core.Nearest;
import org.twostream.core.UserError;

/** The verb demo: a phantom project, then the loop with an oracle on it. */
final class Demo {

	private static final List<String> STEPS = List.of("sample", "loop");
	/** What two cores do in ten minutes; see docs/results.md. */
	private static final Map<String, String> STANDARD = Map.ofEntries(Map.entry(
		"project", "demo.twostream"), Map.entry("size", "1024,1024,48"), Map.entry(
			"initial_sections", "16"), Map.entry("model", "tiny"), Map.entry("window",
				"128,128,8"), Map.entry("batch", "2"), Map.entry("train_iterations",
					"300"), Map.entry("overlap", "0.25"), Map.entry("threshold", "0.9"),
		Map.entry("min_voxels", "1000"), Map.entry("image_latent", "64"), Map.entry(
			"epochs", "2"), Map.entry("mask_clusters", "8"), Map.entry(
				"image_clusters", "2"), Map.entry("per_cluster", "3"), Map.entry(
					"refine_iterations", "30"), Map.entry("finetune_iterations", "40"),
		Map.entry("rounds", "2"), Map.entry("test_share", "0.15"), Map.entry(
			"reviewer", "oracle"), Map.entry("control", "yes"));

	private Demo() {}

	/**
	 * What to run, step by step, with each step's share of the keys.
	 *
	 * @throws UserError if a key belongs to none of the steps
	 */
	static Map<String, Map<String, String>> parts(
		final Map<String, String> values)
	{
		final Map<String, Map<String, String>> parts = new LinkedHashMap<>();
		final Map<String, String> left = new LinkedHashMap<>(values);
		final Map<String, String> all = new LinkedHashMap<>(STANDARD);
		all.putAll(values);
		for (final String name : STEPS) {
			final Map<String, String> part = new LinkedHashMap<>(all);
			part.keySet().retainAll(keys(name));
			left.keySet().removeAll(part.keySet());
			parts.put(name, part);
		}
		// the project of the sample brings its raw volume, voxel size and target
		parts.get("loop").keySet().removeAll(List.of("raw", "voxel_nm", "target"));
		for (final String key : left.keySet())
			throw new UserError("There is no key " + key + " in demo; did you mean " +
				Nearest.to(key, STEPS.stream().flatMap(s -> keys(s).stream())
					.toList()) + "?");
		return parts;
	}

	private static List<String> keys(final String step) {
		return Step.of(Steps.command(step).getClass()).keys().stream().map(
			Key::name).toList();
	}
}
