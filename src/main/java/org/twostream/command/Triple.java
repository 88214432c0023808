
package org.twostream.command;

import org.twostream.core.UserError;

/** Three whole numbers of a key, x,y,z. */
record Triple(long x, long y, long z) {

	/**
	 * @throws UserError if the text is not three whole numbers
	 */
	static Triple parse(final String key, final String text) {
		final String[] parts = text.trim().split("\\s*,\\s*");
		try {
			if (parts.length == 3) return new Triple(Long.parseLong(parts[0]), Long
				.parseLong(parts[1]), Long.parseLong(parts[2]));
		}
		catch (final NumberFormatException e) {
			throw refusal(key, text, e);
		}
		throw refusal(key, text, null);
	}

	private static UserError refusal(final String key, final String text,
		final Exception cause)
	{
		return new UserError(key + "=" + text +
			" is not three whole numbers; give " + key + "=x,y,z.", cause);
	}
}
