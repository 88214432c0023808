
package org.twostream.install;

import org.twostream.core.UserError;

/** A download that nobody has said yes to. */
public final class DownloadNotAllowed extends UserError {

	private static final long serialVersionUID = 1L;

	private final transient NativeDownload download;

	/**
	 * @param download what would be fetched
	 * @param offer what it would bring
	 */
	public DownloadNotAllowed(final NativeDownload download,
		final NativeOffer offer)
	{
		super(offer.text() +
			" was not downloaded; give download=yes to allow it, or from=PATH to take it from a disk.");
		this.download = download;
	}

	/** What would be fetched. */
	public NativeDownload download() {
		return download;
	}
}
