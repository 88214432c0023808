
package org.twostream.volume;

import org.twostream.core.Box;
import org.twostream.core.Target;

/**
 * A label volume as a network that knows it would predict it: 255 inside
 * objects, 0 outside. Of polarity three channels: odd ids, even ids, both.
 * Thread-safe; closing it closes the labels.
 */
public final class SureVolume extends MappedVolume {

	private static final long serialVersionUID = 1L;
	private static final int PRE = 0;
	private static final int POST = 1;

	private final Target target;

	/**
	 * @param labels ids or a mask, 0 outside
	 */
	public SureVolume(final EmVolume labels, final Target target) {
		super(labels);
		this.target = target;
	}

	@Override
	EmVolume mapped(final EmVolume other) {
		return new SureVolume(other, target);
	}

	@Override
	int channels() {
		return target.channels();
	}

	@Override
	void map(final int channel, final Box box, final byte[] sure) {
		final long[] ids = source().ids(0, box);
		for (int i = 0; i < ids.length; i++)
			sure[i] = (byte) (is(ids[i], channel) ? 255 : 0);
	}

	private boolean is(final long id, final int channel) {
		if (channels() == 1 || channel > POST || id == 0) return id != 0;
		return (id & 1) == (channel == PRE ? 1 : 0);
	}
}
