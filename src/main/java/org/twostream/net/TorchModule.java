
package org.twostream.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.twostream.core.UserError;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;

/** A foreign TorchScript module on libtorch. */
final class TorchModule implements ForeignModule {

	// DJL ends the process where it meets a type that it lacks, so that tensors
	// become float32 before anyone asks.
	private static final String CONVERSIONS =
		"  def typed(self: __torch__.Ops, x: Tensor, type: Tensor) -> Tensor:\n" +
			"    return torch.to(x, int(type))\n" +
			"  def floats(self: __torch__.Ops, x: Tensor) -> Tensor:\n" +
			"    return torch.contiguous(torch.to(x, 6), memory_format=0)\n";
	private static final String USUAL_OUTPUT = "out";

	private final String name;
	private final PtNDManager manager;
	private final Script conversions;
	private final PtSymbolBlock module;
	private final NativeCalls calls;

	/**
	 * @param name for messages
	 * @throws UserError if the stream holds no TorchScript module
	 */
	TorchModule(final PtNDManager parent, final NativeCalls calls,
		final InputStream torchScript, final String name)
	{
		this.name = name;
		this.calls = calls;
		manager = (PtNDManager) parent.newSubManager();
		try {
			// The native reader would never end on a stream that fails.
			module = JniUtils.loadModule(manager, new ByteArrayInputStream(torchScript
				.readAllBytes()), true, false);
			JniUtils.enableInferenceMode(module);
		}
		catch (final EngineException e) {
			manager.close();
			throw new UserError(name + " is no TorchScript module that PyTorch " +
				NativeFiles.version() + " can open (" + reason(e) +
				"); save it with torch.jit.trace or torch.jit.script and its save().",
				e);
		}
		catch (final IOException e) {
			manager.close();
			throw new UserError("Cannot read " + name + " (" + e.getMessage() +
				"); check the file and its permissions.", e);
		}
		conversions = new Script(manager, calls, CONVERSIONS);
	}

	@Override
	public Tensor run(final Tensor input, final NumberType type) {
		try (Session s = new Session(manager)) {
			final NDArray x = type == NumberType.FLOAT32 ? s.array(input)
				: conversions.run(s.manager(), "typed", s.array(input), s.manager()
					.create((float) type.code())).get(0);
			final NDArray y = tensor(forward(x));
			return Session.tensor(conversions.run(s.manager(), "floats", y).get(0));
		}
		catch (final EngineException e) {
			throw new UserError(name + " refuses an input of " + Arrays.toString(input
				.shape()) + " (" + reason(e) +
				"); give a window that the model takes, or device=cpu.", e);
		}
	}

	private NDList forward(final NDArray x) {
		try {
			return Script.forward(calls, module, new NDList(x), false);
		}
		catch (final UnsupportedOperationException e) {
			throw new UserError(name +
				" returns something else than tensors; wrap it in a module that returns one tensor of probabilities.",
				e);
		}
	}

	private NDArray tensor(final NDList output) {
		if (output.isEmpty()) throw new UserError(name +
			" returns no tensor; wrap it in a module that returns one tensor of probabilities.");
		final List<String> names = output.stream().map(NDArray::getName).filter(
			n -> n != null).sorted().toList();
		if (names.isEmpty() || output.size() == 1) return output.get(0);
		return output.stream().filter(a -> USUAL_OUTPUT.equals(a.getName()))
			.findFirst().orElseThrow(() -> new UserError(name +
				" returns a mapping of " + names +
				", none of which is called out; wrap it in a module that returns the one tensor of probabilities."));
	}

	// A traceback; the sentence stands in its last line, or in the first one
	// where libtorch itself refuses.
	private static String reason(final EngineException e) {
		final List<String> lines = String.valueOf(e.getMessage()).lines().map(
			String::strip).filter(l -> !l.isEmpty()).toList();
		final String text = lines.stream().filter(l -> l.matches(
			"(\\w+\\.)*\\w*(Error|Exception): .*")).reduce((a, b) -> b).orElse(lines
				.isEmpty() ? e.getClass().getSimpleName().toLowerCase(Locale.ROOT)
					: lines.get(0));
		return text.length() <= 300 ? text : text.substring(0, 297) + "...";
	}

	@Override
	public void close() {
		conversions.close();
		module.close();
		manager.close();
	}
}
