
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.block.BlockEngine;
import org.twostream.block.BlockEngines;
import org.twostream.block.BlockGrid;
import org.twostream.block.BlockResults;
import org.twostream.block.BlockRunner;
import org.twostream.block.BlockTask;
import org.twostream.block.RunSettings;
import org.twostream.block.spark.SparkEngines;
import org.twostream.core.Progress;

/** Predict, propose and encode make the same bytes wherever blocks are run. */
@Timeout(300)
class OtherEnginesTest {

	@TempDir
	Path folder;

	@Test
	void everyEngineMakesTheSameBytes() throws IOException {
		final EngineSteps steps = EngineSteps.sampled(folder, 2);
		final Map<String, byte[]> expected = steps.made("here", BlockEngines.LOCAL);
		assertTrue(expected.keySet().stream().anyMatch(n -> n.startsWith(
			"encoders/001/embedding.zarr/image/")), expected.keySet().toString());
		assertSame(expected, steps.made("copies", cores -> new Copies()));
		assertSame(expected, steps.made("spark", new SparkEngines("local[2]")));
	}

	static void assertSame(final Map<String, byte[]> expected,
		final Map<String, byte[]> found)
	{
		assertEquals(expected.keySet(), found.keySet());
		expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name),
			name));
	}

	/** Threads that work with a copy of the task, as another process would. */
	private static final class Copies implements BlockEngine {

		@Override
		public BlockRunner runner(final RunSettings settings) {
			return new BlockRunner() {

				@Override
				public <T> void run(final BlockGrid grid,
					final BlockTask<? extends T> task, final BlockResults<T> results,
					final Progress progress)
				{
					BlockRunner.local(settings).run(grid, copy(task), (block,
						result) -> results.add(block, copy(result)), progress);
				}
			};
		}

		@SuppressWarnings("unchecked")
		private static <V> V copy(final V value) {
			final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
				out.writeObject(value);
				out.flush();
				return (V) new ObjectInputStream(new ByteArrayInputStream(bytes
					.toByteArray())).readObject();
			}
			catch (final IOException | ClassNotFoundException e) {
				throw new IllegalStateException(e);
			}
		}

		@Override
		public void close() {
			// nothing is held
		}
	}
}
