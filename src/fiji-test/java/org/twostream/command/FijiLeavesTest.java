
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.twostream.core.UserError;

class FijiLeavesTest {

	/** Nothing listens on port 1: to say so, the store must have tried. */
	@Test
	void everyStepHasTheStoreForRemoteVolumes() {
		final UserError e = assertThrows(UserError.class, () -> Leaves.wiring()
			.stores().open("http://127.0.0.1:1/a.zarr"));
		assertTrue(e.getMessage().contains("http://127.0.0.1:1/a.zarr"), e
			.getMessage());
		assertFalse(e.getMessage().contains("only TwoStream in Fiji"), e
			.getMessage());
	}
}
