
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

	/**
	 * @return this
	 * @throws UserError if one of the three is below the least
	 */
	Triple orMore(final String key, final long least) {
		if (Math.min(x, Math.min(y, z)) < least) throw new UserError(key + "=" + x +
			"," + y + "," + z + " has a number below " + least + "; give three of " +
			least + " or more.");
		return this;
	}

	private static UserError refusal(final String key, final String text,
		final Exception cause)
	{
		return new UserError(key + "=" + text +
			" is not three whole numbers; give " + key + "=x,y,z.", cause);
	}
}
