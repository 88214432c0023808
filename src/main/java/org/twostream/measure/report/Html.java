
package org.twostream.measure.report;

/** Text that is safe inside an HTML element or a quoted attribute. */
final class Html {

	private Html() {}

	static String escape(final String text) {
		final StringBuilder out = new StringBuilder(text.length() + 16);
		text.codePoints().forEach(c -> {
			switch (c) {
				case '&':
					out.append("&amp;");
					break;
				case '<':
					out.append("&lt;");
					break;
				case '>':
					out.append("&gt;");
					break;
				case '"':
					out.append("&quot;");
					break;
				case '\'':
					out.append("&#39;");
					break;
				case '\n':
				case '\t':
					out.appendCodePoint(c);
					break;
				default:
					// Control characters and lone surrogates are not allowed in a page.
					out.appendCodePoint(c < 0x20 || c >= 0x7F && c < 0xA0 ||
						c >= 0xD800 && c < 0xE000 || c >= 0xFFFE && c <= 0xFFFF ? 0xFFFD
							: c);
			}
		});
		return out.toString();
	}
}
