
package org.twostream.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;

/** What the truth says can be seen in the picture. */
class PhantomTruthTest {

	private static final int X = 320;
	private static final int Y = 320;
	private static final int Z = 32;

	private static Phantom phantom;
	private static byte[] raw;
	private static long[] mitochondria;
	private static long[] clefts;
	private static long[] sides;

	@BeforeAll
	static void make() {
		phantom = new Phantom(new PhantomSettings(X, Y, Z, new VoxelSize(8, 8, 30),
			Target.MITOCHONDRIA, new Seed(1)));
		final Box box = phantom.box();
		raw = phantom.rawVolume().bytes(0, box);
		mitochondria = phantom.labelVolume(Target.MITOCHONDRIA).ids(0, box);
		clefts = phantom.labelVolume(Target.CLEFT).ids(0, box);
		sides = phantom.labelVolume(Target.POLARITY).ids(0, box);
	}

	private static Map<Long, List<Integer>> objects(final long[] ids) {
		final Map<Long, List<Integer>> objects = new HashMap<>();
		for (int i = 0; i < ids.length; i++)
			if (ids[i] != 0) objects.computeIfAbsent(ids[i], id -> new ArrayList<>())
				.add(i);
		return objects;
	}

	private static boolean onBorder(final List<Integer> voxels) {
		return voxels.stream().anyMatch(i -> i % X == 0 || i % X == X - 1 || i / X %
			Y == 0 || i / X % Y == Y - 1 || i / X / Y == 0 || i / X / Y == Z - 1);
	}

	/** Voxels reached from one through 26 neighbours. */
	private static int reached(final int start, final IntPredicate inside) {
		final boolean[] seen = new boolean[X * Y * Z];
		final ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
		seen[start] = true;
		int count = 0;
		while (!open.isEmpty()) {
			final int i = open.poll();
			count++;
			for (int n = 0; n < 27; n++) {
				final int x = i % X + n % 3 - 1;
				final int y = i / X % Y + n / 3 % 3 - 1;
				final int z = i / X / Y + n / 9 - 1;
				if (x < 0 || y < 0 || z < 0 || x >= X || y >= Y || z >= Z) continue;
				final int k = x + X * (y + Y * z);
				if (seen[k] || !inside.test(k)) continue;
				seen[k] = true;
				open.add(k);
			}
		}
		return count;
	}

	private static double mean(final IntPredicate where) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < raw.length; i++)
			if (where.test(i)) {
				sum += raw[i] & 0xFF;
				count++;
			}
		assertTrue(count > 500, count + " voxels");
		return sum / count;
	}

	@Test
	void objectsAreConnected() {
		for (final long[] ids : List.of(mitochondria, clefts)) {
			int whole = 0;
			for (final Map.Entry<Long, List<Integer>> o : objects(ids).entrySet()) {
				if (onBorder(o.getValue())) continue;
				final long id = o.getKey();
				final int middle = o.getValue().get(o.getValue().size() / 2);
				assertEquals(o.getValue().size(), reached(middle, i -> ids[i] == id),
					"object " + id);
				whole++;
			}
			assertTrue(whole >= 4, whole + " whole objects");
		}
	}

	@Test
	void mitochondriaFillWhatTheSettingsSay() {
		final long count = java.util.Arrays.stream(mitochondria).filter(i -> i != 0)
			.count();
		final double part = count / (double) mitochondria.length;
		assertEquals(PhantomSettings.MITOCHONDRIA, part, 0.025);
		final long large = objects(mitochondria).values().stream().filter(o -> o
			.size() >= 300).count();
		assertTrue(large >= 30, large + " mitochondria of 300 voxels");
	}

	@Test
	void mitochondriaAreDarkWithADarkerBorder() {
		final IntPredicate border = i -> mitochondria[i] != 0 && (i % X == 0 ||
			mitochondria[i - 1] == 0 || mitochondria[(i + 1) % raw.length] == 0);
		final double edge = mean(border);
		final double inside = mean(i -> mitochondria[i] != 0 && !border.test(i));
		final double outside = mean(i -> mitochondria[i] == 0);
		assertTrue(inside < outside - 30, inside + " against " + outside);
		// The outermost voxel holds the outer membrane and a part of cytoplasm.
		assertTrue(edge < outside - 25, edge + " against " + outside);
		final double membrane = mean(i -> mitochondria[i] != 0 && depth(i) == 2);
		final double core = mean(i -> mitochondria[i] != 0 && depth(i) > 5);
		assertTrue(membrane < core - 10, membrane + " against " + core);
	}

	/** Steps along x to the nearest voxel that is not the same object. */
	private static int depth(final int i) {
		int steps = 1;
		while (steps < 7 && i - steps >= 0 && i + steps < raw.length &&
			mitochondria[i - steps] == mitochondria[i] && mitochondria[i +
				steps] == mitochondria[i])
			steps++;
		return steps;
	}

	@Test
	void cleftsAreDark() {
		assertTrue(mean(i -> clefts[i] != 0) < mean(i -> clefts[i] == 0) - 40);
	}

	@Test
	void lookAlikesAreDarkAndNoObjects() {
		final Phantom without = new Phantom(new PhantomSettings(X, Y, Z,
			new VoxelSize(8, 8, 30), Target.MITOCHONDRIA, new Seed(1),
			PhantomSettings.MITOCHONDRIA, 0, PhantomSettings.SYNAPSES));
		final byte[] plain = without.rawVolume().bytes(0, without.box());
		// A cube's mitochondria keep clear of look-alikes in cubes filled before,
		// so only voxels that belong to none in both volumes are compared.
		final long[] others = without.labelVolume(Target.MITOCHONDRIA).ids(0,
			without.box());
		final IntPredicate lookAlike = i -> mitochondria[i] == 0 &&
			others[i] == 0 && Math.abs((raw[i] & 0xFF) - (plain[i] & 0xFF)) > 40;
		assertTrue(mean(lookAlike) < mean(i -> mitochondria[i] == 0) - 30);
	}

	@Test
	void sidesComeInAdjacentPairs() {
		final Map<Long, List<Integer>> objects = objects(sides);
		int pairs = 0;
		for (final Map.Entry<Long, List<Integer>> pre : objects.entrySet()) {
			if (pre.getKey() % 2 == 0 || onBorder(pre.getValue())) continue;
			final long post = pre.getKey() + 1;
			assertTrue(objects.containsKey(post), "no post side " + post);
			final boolean touch = pre.getValue().stream().anyMatch(i -> near(i,
				post));
			assertTrue(touch, "sides of " + post / 2 + " are apart");
			pairs++;
		}
		assertTrue(pairs >= 4, pairs + " pairs");
	}

	private static boolean near(final int i, final long id) {
		for (final int step : new int[] { 1, X, X * Y })
			if (i >= step && sides[i - step] == id || i + step < sides.length &&
				sides[i + step] == id) return true;
		return false;
	}

	@Test
	void sidesLieAboutTheCleft() {
		int same = 0;
		int all = 0;
		for (int i = 0; i < clefts.length; i++)
			if (clefts[i] != 0) {
				all++;
				if ((sides[i] + 1) / 2 == clefts[i]) same++;
			}
		assertTrue(same > 0.98 * all, same + " of " + all);
	}

	@Test
	void vesiclesLieOnThePreSide() {
		final PhantomSettings s = phantom.settings();
		final PhantomKnobs knobs = PhantomKnobs.FROZEN;
		final Neurites neurites = new Neurites(7, knobs);
		int clouds = 0;
		for (int n = 0; n < 6; n++) {
			final SceneCell cell = new SceneCellBuilder(neurites, s, knobs, n, 1,
				new double[] { 1000 * n, 0, 0 }, List.of()).build();
			final NeuriteProbe probe = new NeuriteProbe(neurites);
			final List<Junction> synapses = new ArrayList<>();
			for (final Organelle o : cell.organelles())
				if (o instanceof Junction && ((Junction) o).id() != 0) synapses.add(
					(Junction) o);
			for (final Organelle o : cell.organelles()) {
				if (!(o instanceof Vesicle)) continue;
				probe.at(o.x(), o.y(), o.z());
				final long neurite = probe.neurite();
				assertTrue(synapses.stream().anyMatch(j -> j.pre() == neurite),
					"a vesicle outside any pre side");
				clouds++;
			}
		}
		assertTrue(clouds > 50, clouds + " vesicles");
	}
}
