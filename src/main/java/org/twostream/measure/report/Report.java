
package org.twostream.measure.report;

import java.util.List;

import org.twostream.core.Json;

/**
 * What stands in a report, before it is a page. All texts are plain: the writer
 * escapes them.
 *
 * @param title the page's heading
 * @param subtitle one line below it, such as the project and the date
 * @param sections in reading order
 * @param metrics all numbers for programs; becomes metrics.json
 */
public record Report(String title, String subtitle, List<Section> sections,
		Json metrics) {

	public Report {
		sections = List.copyOf(sections);
	}

	/**
	 * A heading and what stands under it.
	 *
	 * @param heading unique in the report
	 * @param parts in reading order
	 */
	public record Section(String heading, List<Part> parts) {

		public Section {
			parts = List.copyOf(parts);
		}
	}

	/** Something that stands in a section. */
	public sealed interface Part permits Paragraph, Facts, Table, Figure {}

	/** Running text. */
	public record Paragraph(String text) implements Part {
	}

	/** The few numbers that matter most, large, side by side. */
	public record Facts(List<Fact> facts) implements Part {

		public Facts {
			facts = List.copyOf(facts);
		}
	}

	/**
	 * One large number.
	 *
	 * @param label what it is
	 * @param value with its unit
	 * @param note its interval, n or what it compares with; may be ""
	 */
	public record Fact(String label, String value, String note) {
	}
}
