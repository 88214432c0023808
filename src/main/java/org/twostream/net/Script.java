
package org.twostream.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/**
 * A loaded TorchScript module: a whole forward pass or training step is one
 * native call, its intermediates freed by the interpreter. The text goes
 * through ai.djl.pytorch.jni, which is no public interface of DJL: its version
 * is pinned.
 */
final class Script implements AutoCloseable {

	private static final String OPERATIONS = "operations.torchscript";
	// What the processor's and the other convolutions do differently.
	private static final String ONE_DNN = "onednn.torchscript";
	private static final String ANY = "any.torchscript";

	/** What libtorch, cuDNN, cuBLAS and the C++ library say then. */
	private static final Pattern NO_MEMORY = Pattern.compile(
		"out of memory|can't allocate memory|not enough memory|bad_alloc|_ALLOC_FAILED");

	private final PtSymbolBlock module;
	private final NativeCalls calls;

	/**
	 * @param methods method texts beside the common operations
	 */
	Script(final PtNDManager manager, final NativeCalls calls,
		final String methods)
	{
		this.calls = calls;
		try {
			module = JniUtils.loadModule(manager, new ByteArrayInputStream(
				ScriptArchive.of(resource(OPERATIONS) + resource(oneDnn(manager)
					? ONE_DNN : ANY) + methods)), false, false);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	// The builds for other processors have no oneDNN.
	private static boolean oneDnn(final PtNDManager manager) {
		final String processor = System.getProperty("os.arch");
		return !manager.getDevice().isGpu() && ("amd64".equals(processor) ||
			"x86_64".equals(processor));
	}

	/** A text beside this class. */
	static String resource(final String name) {
		try (InputStream in = Script.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Runs a method without recording gradients.
	 *
	 * @param call where the results live; its manager's close frees them
	 * @param arguments an NDArray for a Tensor, a List of NDArray for a
	 *          List[Tensor]
	 * @return a tensor, list or tuple, flattened; not for gradients
	 * @throws OutOfDeviceMemory if the device's memory does not do
	 */
	NDList run(final PtNDManager call, final String method,
		final Object... arguments)
	{
		return invoke(call, method, false, arguments);
	}

	/** As {@link #run}, for a method that calls torch.grad. */
	NDList differentiate(final PtNDManager call, final String method,
		final Object... arguments)
	{
		return invoke(call, method, true, arguments);
	}

	private NDList invoke(final PtNDManager call, final String method,
		final boolean gradients, final Object... arguments)
	{
		final NDList inputs = new NDList();
		// The results belong to the manager of the first array.
		final NDArray name = call.create(0f);
		name.setName("module_method:" + method);
		inputs.add(name);
		for (int i = 0; i < arguments.length; i++)
			if (arguments[i] instanceof List)
				for (final Object a : (List<?>) arguments[i])
				inputs.add(alias((NDArray) a, "a" + i + "[]"));
			else inputs.add(alias((NDArray) arguments[i], "a" + i));
		return forward(calls, module, inputs, gradients);
	}

	/** One call of a module, whose method the inputs' names may tell. */
	static NDList forward(final NativeCalls calls, final PtSymbolBlock module,
		final NDList inputs, final boolean gradients)
	{
		final boolean before = JniUtils.isGradMode();
		// Both settings are per thread. The optimiser profiles and rewrites the
		// graph, which costs seconds and gains nothing here.
		JniUtils.setGradMode(gradients);
		JniUtils.setGraphExecutorOptimize(false);
		try {
			return calls.call(() -> IValueUtils.forward(module, inputs, gradients));
		}
		catch (final EngineException e) {
			throw NO_MEMORY.matcher(String.valueOf(e.getMessage())).find()
				? new OutOfDeviceMemory(device(inputs), e) : e;
		}
		finally {
			JniUtils.setGraphExecutorOptimize(true);
			JniUtils.setGradMode(before);
		}
	}

	private static String device(final NDList inputs) {
		final Device device = inputs.get(inputs.size() - 1).getDevice();
		return device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu";
	}

	private static NDArray alias(final NDArray array, final String name) {
		array.setName(name);
		return array;
	}

	@Override
	public void close() {
		module.close();
	}
}
