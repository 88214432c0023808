
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twostream.core.UserError;

class ForeignModuleTest {

	private static TorchEngine engine;

	@BeforeAll
	static void open() {
		engine = TorchEngine.open("cpu", 1);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static ForeignModule module(final byte[] archive) {
		return engine.module(new ByteArrayInputStream(archive), "net.pt");
	}

	private static float[] run(final String result, final String body,
		final NumberType type, final float... input)
	{
		try (ForeignModule m = module(TinyModule.of(result, body))) {
			return m.run(new Tensor(input, 1, input.length), type).values();
		}
	}

	@Test
	void runsWhatOthersMade() {
		try (ForeignModule m = module(TinyModule.of(TinyModule.BOX_VALID))) {
			final Tensor x = Tensor.zeros(2, 1, 3, 4, 5);
			x.values()[61] = 27;
			final Tensor y = m.run(x, NumberType.FLOAT32);
			assertArrayEquals(new int[] { 2, 1, 1, 2, 3 }, y.shape());
			assertArrayEquals(new float[] { 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0 }, y
				.values(), 1e-6f);
		}
	}

	/** No type may reach the engine's Java side that ends the process there. */
	@ParameterizedTest
	@EnumSource(NumberType.class)
	void givesEveryType(final NumberType type) {
		final float[] found = run("Tensor", "    return x\n", type, 0, 1, 1);
		assertArrayEquals(new float[] { 0, 1, 1 }, found);
	}

	@ParameterizedTest
	@CsvSource({ "15,bfloat16", "5,float16", "2,int16", "7,float64", "11,bool" })
	void takesEveryType(final int code, final String name) {
		assertArrayEquals(new float[] { 1, 0 }, run("Tensor",
			"    return torch.to(x, " + code + ")\n", NumberType.FLOAT32, 1, 0),
			name);
	}

	@Test
	void takesTheFirstOfATupleAndTheUsualOneOfAMapping() {
		assertArrayEquals(new float[] { 2 }, run("Tuple[Tensor, Tensor]",
			"    return (torch.add(x, 1), x)\n", NumberType.FLOAT32, 1));
		assertArrayEquals(new float[] { 2 }, run("List[Tensor]",
			"    return [torch.add(x, 1), x]\n", NumberType.FLOAT32, 1));
		assertArrayEquals(new float[] { 2 }, run("Dict[str, Tensor]",
			"    return {\"aux\": x, \"out\": torch.add(x, 1)}\n", NumberType.FLOAT32,
			1));
		assertArrayEquals(new float[] { 2 }, run("Dict[str, Tensor]",
			"    return {\"mask\": torch.add(x, 1)}\n", NumberType.FLOAT32, 1));
	}

	@Test
	void refusesAMappingWithoutTheUsualEntry() {
		final UserError e = assertThrows(UserError.class, () -> run(
			"Dict[str, Tensor]", "    return {\"aux\": x, \"mask\": x}\n",
			NumberType.FLOAT32, 1));
		assertTrue(e.getMessage().contains("[aux, mask]"), e.getMessage());
	}

	@Test
	void refusesWhatIsNoTensor() {
		assertThrows(UserError.class, () -> run("float",
			"    return float(torch.max(x))\n", NumberType.FLOAT32, 1));
	}

	@Test
	void saysWhyAModuleRefuses() {
		try (ForeignModule m = module(TinyModule.of(TinyModule.SQUARE))) {
			final UserError e = assertThrows(UserError.class, () -> m.run(Tensor
				.zeros(1, 2, 8, 8), NumberType.FLOAT32));
			assertTrue(e.getMessage().startsWith(
				"net.pt refuses an input of [1, 2, 8, 8] ("), e.getMessage());
			assertTrue(e.getMessage().contains("channels"), e.getMessage());
			assertEquals(1, e.getMessage().lines().count());
		}
	}

	@Test
	void refusesWhatIsNoModule() {
		final UserError e = assertThrows(UserError.class, () -> module(
			"no zip at all".getBytes(StandardCharsets.UTF_8)));
		assertTrue(e.getMessage().startsWith("net.pt is no TorchScript module"), e
			.getMessage());
		assertEquals(1, e.getMessage().lines().count());
		final byte[] half = java.util.Arrays.copyOf(TinyModule.of(TinyModule.STEEP),
			300);
		assertThrows(UserError.class, () -> module(half));
	}
}
