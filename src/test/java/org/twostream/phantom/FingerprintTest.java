
package org.twostream.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;

class FingerprintTest {

	private static PhantomSettings settings(final long size, final long seed) {
		return new PhantomSettings(size, size, 16, new VoxelSize(8, 8, 30),
			Target.MITOCHONDRIA, new Seed(seed));
	}

	/**
	 * The phantom of every figure in docs/results. It changes only when a knob or
	 * what is drawn changes, and then those figures are of another phantom.
	 */
	@Test
	void theFrozenPhantomIsTheOneOfTheFigures() {
		assertEquals("a5e1c7eca79c4964", new Phantom(settings(128, 1))
			.fingerprint());
	}

	@Test
	void everySettingChangesIt() {
		final String one = new Phantom(settings(128, 1)).fingerprint();
		assertEquals(one, new Phantom(settings(128, 1)).fingerprint());
		assertNotEquals(one, new Phantom(settings(128, 2)).fingerprint());
		assertNotEquals(one, new Phantom(settings(96, 1)).fingerprint());
	}
}
