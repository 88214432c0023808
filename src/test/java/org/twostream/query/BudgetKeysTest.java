
package org.twostream.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.UserError;

class BudgetKeysTest {

	@ParameterizedTest(name = "budget={0} N={1} M={2} Q={3}")
	@CsvSource({ //
		"0,0,0,0,   1280,64,4,5", // the paper's
		"0,128,2,0, 1280,128,2,5", //
		"0,0,0,3,   768,64,4,3", //
		"1280,0,0,0, 1280,64,4,5", //
		"640,0,0,0, 640,64,2,5", //
		"100,0,0,0, 100,20,1,5", //
		"107,0,0,0, 107,21,1,5", // 2 left over for the largest clusters
		"17,0,0,0,  17,3,1,5", //
		"4,0,0,0,   4,1,1,4", // less than Q: one cluster
		"1,0,0,0,   1,1,1,1", //
		"100,0,0,10, 100,10,1,10", //
		"1280,128,0,0, 1280,128,2,5", //
		"100,64,0,0, 100,64,1,1", // Q gives way to the clusters asked for
		"100,0,2,0, 100,10,2,5", //
		"640,64,2,0, 640,64,2,5", //
		"700,64,2,0, 700,64,2,5", //
		"640,64,2,5, 640,64,2,5" })
	void sharesByTheRule(final int budget, final int n, final int m, final int q,
		final int total, final int masks, final int images, final int per)
	{
		assertEquals(new Budget(total, masks, images, per), new BudgetKeys(budget,
			n, m, q).both());
	}

	@ParameterizedTest(name = "budget={0} N={1} M={2} Q={3}")
	@CsvSource({ "1300,64,4,5", "100,64,4,0", "10,0,0,11", "100,64,0,5",
		"640,64,2,4" })
	void refusesContradictions(final int budget, final int n, final int m,
		final int q)
	{
		final UserError e = assertThrows(UserError.class, () -> new BudgetKeys(
			budget, n, m, q).both());
		assertTrue(e.getMessage().contains("budget=" + budget), e.getMessage());
	}

	@Test
	void singleStreamsTakeTheirOwnKey() {
		assertEquals(new Budget(1280, 256, 1, 5), BudgetKeys.defaults().maskOnly());
		assertEquals(new Budget(1280, 1, 256, 5), BudgetKeys.defaults()
			.imageOnly());
		assertEquals(new Budget(640, 128, 1, 5), new BudgetKeys(0, 128, 0, 0)
			.maskOnly());
		assertEquals(new Budget(643, 1, 128, 5), new BudgetKeys(643, 0, 0, 0)
			.imageOnly());
		assertEquals(new Budget(50, 1, 25, 2), new BudgetKeys(50, 0, 25, 0)
			.imageOnly());
		assertThrows(UserError.class, () -> new BudgetKeys(0, 0, 4, 0).maskOnly());
		assertThrows(UserError.class, () -> new BudgetKeys(0, 64, 0, 0)
			.imageOnly());
		assertThrows(UserError.class, () -> new BudgetKeys(50, 25, 0, 5)
			.maskOnly());
	}

	@Test
	void refusesNegativeAndOverflowingNumbers() {
		assertThrows(UserError.class, () -> new BudgetKeys(-1, 0, 0, 0));
		assertThrows(UserError.class, () -> new BudgetKeys(0, 100_000, 100_000, 9)
			.both());
	}

	@ParameterizedTest(name = "budget={0} of {1} ROIs")
	@CsvSource({ "0,100,1280,64,4,5", // the paper's whatever there is
		"250,500,250,50,1,5", // half of them: as without ROIs
		"300,500,300,50,1,6", // 50 clusters of 10
		"500,500,500,50,1,10", "9,9,9,1,1,9", "1,1,1,1,1,1" })
	void crowdedClustersHoldTenRois(final int budget, final int rois,
		final int total, final int masks, final int images, final int per)
	{
		final BudgetKeys keys = new BudgetKeys(budget, 0, 0, 0);
		assertEquals(new Budget(total, masks, images, per), keys.fitting(rois)
			.both());
		assertEquals(budget > rois / 2, keys.reason(rois).startsWith(
			"The budget is over half"));
	}

	@Test
	void keysThatAreGivenStay() {
		final BudgetKeys given = new BudgetKeys(400, 10, 0, 0);
		assertEquals(given, given.fitting(500));
		assertTrue(given.reason(500).startsWith("What was not given"));
		assertEquals("64 x 4 clusters x 5 = 1280 of 28700 ROIs, 112 per cluster.",
			BudgetKeys.defaults().both().text(28700));
	}
}
