
package org.twostream.net;

import java.io.InputStream;
import java.nio.file.Path;

import org.twostream.core.Json;
import org.twostream.core.Seed;
import org.twostream.core.UserError;

import ai.djl.Device;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;

/**
 * The engine on PyTorch's C++ library (libtorch). Several networks may be used
 * from several threads at once, each network from one at a time.
 */
public final class TorchEngine implements Engine {

	private final ai.djl.engine.Engine libtorch;
	private final PtNDManager manager;
	private final NativeCalls calls = new NativeCalls();
	private final Device device;
	private final Precision precision;

	private TorchEngine(final ai.djl.engine.Engine engine, final Device device,
		final Precision precision)
	{
		libtorch = engine;
		this.device = device;
		this.precision = precision;
		manager = (PtNDManager) engine.newBaseManager(device);
	}

	/**
	 * @param device auto (the first CUDA device, else the processor), cpu, cuda
	 *          or cuda:N
	 * @param threads processor threads of one native call, for the whole Java
	 *          process; 0 is one per core
	 * @param precision what the networks compute in
	 * @throws UserError if there is no native library for this machine or no such
	 *           device
	 */
	public static TorchEngine open(final String device, final int threads,
		final Precision precision)
	{
		if (threads < 0) throw new UserError("threads=" + threads +
			" is negative; give a number of threads, or 0 for one per core.");
		final ai.djl.engine.Engine engine = NativeLibrary.load();
		final Device chosen = NativeLibrary.device(engine, device);
		JniUtils.setNumThreads(threads > 0 ? threads : Runtime.getRuntime()
			.availableProcessors());
		return new TorchEngine(engine, chosen, precision);
	}

	/** float32 on {@code device}. */
	public static TorchEngine open(final String device, final int threads) {
		return open(device, threads, Precision.FP32);
	}

	@Override
	public String device() {
		return device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu";
	}

	@Override
	public Json description() {
		return new Json().put("engine", "DJL " + ai.djl.engine.Engine
			.getDjlVersion() + ", PyTorch " + libtorch.getVersion()).put("device",
				device()).put("precision", precision.key()).put("threads", JniUtils
					.getNumThreads()).put("native_library", LibUtils.getLibtorchPath())
			.put("cuda_devices", libtorch.getGpuCount()).put("huge_pages",
				NativeLibrary.hugePages());
	}

	@Override
	public EngineReport report() {
		return EngineReport.of(description(), manager, calls);
	}

	@Override
	public DeviceMemory memory(final Runnable work) {
		return DeviceMemory.of(device, work);
	}

	@Override
	public SegmentationNetwork segmentation(final Architecture architecture,
		final Seed seed)
	{
		final TorchSegmentation network = new TorchSegmentation(manager, calls,
			architecture, precision);
		network.initialize(seed.of("weights"));
		return network;
	}

	@Override
	public SegmentationNetwork segmentation(final Architecture architecture,
		final Path safetensors)
	{
		final TorchSegmentation network = new TorchSegmentation(manager, calls,
			architecture, precision);
		try {
			network.load(safetensors);
		}
		catch (final RuntimeException e) {
			network.close();
			throw e;
		}
		return network;
	}

	@Override
	public Vae vae(final VaeArchitecture architecture, final Seed seed) {
		final TorchVae vae = new TorchVae(manager, calls, architecture, precision);
		vae.initialize(seed.of("weights"));
		return vae;
	}

	@Override
	public Vae vae(final VaeArchitecture architecture, final Path safetensors) {
		final TorchVae vae = new TorchVae(manager, calls, architecture, precision);
		try {
			vae.load(safetensors);
		}
		catch (final RuntimeException e) {
			vae.close();
			throw e;
		}
		return vae;
	}

	@Override
	public ForeignModule module(final InputStream torchScript,
		final String name)
	{
		return new TorchModule(manager, calls, torchScript, name);
	}

	@Override
	public void close() {
		calls.close();
		manager.close();
	}
}
