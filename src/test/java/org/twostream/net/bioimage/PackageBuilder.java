
package org.twostream.net.bioimage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.twostream.net.Tensor;
import org.twostream.net.TinyModule;

/** Makes model packages for tests, as folders and zips. */
public final class PackageBuilder {

	/** Input of 0.5 that takes volumes of many sizes. */
	public static final String VOLUMES =
		"  axes:\n  - {type: batch}\n  - {type: channel, channel_names: [grey]}\n" +
			"  - {type: space, id: z, size: {min: 5, step: 1}}\n" +
			"  - {type: space, id: y, size: {min: 12, step: 4}}\n" +
			"  - {type: space, id: x, size: {min: 12, step: 4}}\n" +
			"  data: {type: float32, range: [0, 1]}\n";
	/** Its output, of which a voxel at each end is not to be used. */
	public static final String HALO =
		"  axes:\n  - {type: batch}\n  - {type: channel, channel_names: [mito]}\n" +
			"  - {type: space, id: z, size: {tensor_id: raw, axis_id: z}, halo: 1}\n" +
			"  - {type: space, id: y, size: {tensor_id: raw, axis_id: y}, halo: 1}\n" +
			"  - {type: space, id: x, size: {tensor_id: raw, axis_id: x}, halo: 1}\n";

	private final Map<String, byte[]> files = new LinkedHashMap<>();

	private PackageBuilder(final String rdf, final String body) {
		files.put("rdf.yaml", rdf.getBytes(StandardCharsets.UTF_8));
		files.put("w.pt", TinyModule.of(body));
	}

	/**
	 * @param body of the module's forward
	 * @param input of the inputs' only item, indented by two spaces
	 * @param output of the outputs' only item
	 */
	public static PackageBuilder v05(final String body, final String input,
		final String output)
	{
		return new PackageBuilder(
			"format_version: 0.5.4\ntype: model\nname: tiny\ninputs:\n- id: raw\n" +
				input + "outputs:\n- id: out\n" + output +
				"weights:\n  torchscript:\n    source: w.pt\n    sha256: HASH\n", body)
			.hashed();
	}

	/** The same for 0.4. */
	public static PackageBuilder v04(final String body, final String input,
		final String output)
	{
		return new PackageBuilder(
			"format_version: 0.4.10\ntype: model\nname: tiny\ninputs:\n- name: raw\n" +
				input + "outputs:\n- name: out\n" + output +
				"weights:\n  torchscript:\n    source: ./w.pt\n", body);
	}

	private PackageBuilder hashed() {
		return replace("HASH", PackageFiles.hash(new java.io.ByteArrayInputStream(
			files.get("w.pt"))));
	}

	String rdf() {
		return new String(files.get("rdf.yaml"), StandardCharsets.UTF_8);
	}

	/** Changes the description. */
	public PackageBuilder replace(final String old, final String text) {
		if (!rdf().contains(old)) throw new AssertionError(old + " in\n" + rdf());
		files.put("rdf.yaml", rdf().replace(old, text).getBytes(
			StandardCharsets.UTF_8));
		return this;
	}

	/** Adds a file. */
	PackageBuilder with(final String name, final byte[] content) {
		files.put(name, content);
		return this;
	}

	/** Adds the test tensors in.npy and out.npy; 0.4 names them too. */
	PackageBuilder test(final Tensor in, final Tensor out) {
		with("in.npy", npy(in)).with("out.npy", npy(out));
		if (rdf().contains("format_version: 0.5")) return replace("- id: raw\n",
			"- id: raw\n  test_tensor: {source: in.npy}\n").replace("- id: out\n",
				"- id: out\n  test_tensor: {source: out.npy}\n");
		return replace("weights:",
			"test_inputs: [in.npy]\ntest_outputs: [out.npy]\nweights:");
	}

	PackageBuilder without(final String name) {
		files.remove(name);
		return this;
	}

	/** An array as numpy writes it. */
	static byte[] npy(final Tensor t) {
		final StringBuilder shape = new StringBuilder();
		for (final int s : t.shape())
			shape.append(s).append(", ");
		final String heading =
			"{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }\n";
		final ByteBuffer b = ByteBuffer.allocate(10 + heading.length() + 4 * t
			.values().length).order(ByteOrder.LITTLE_ENDIAN);
		b.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put(
			(byte) 1).put((byte) 0).putShort((short) heading.length()).put(heading
				.getBytes(StandardCharsets.US_ASCII));
		for (final float v : t.values())
			b.putFloat(v);
		return b.array();
	}

	public Path folder(final Path place) {
		try {
			Files.createDirectories(place);
			for (final Map.Entry<String, byte[]> f : files.entrySet())
				Files.write(place.resolve(f.getKey()), f.getValue());
			return place;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public Path zip(final Path file) {
		return zip(file, "");
	}

	Path zip(final Path file, final String top) {
		try (OutputStream out = Files.newOutputStream(file);
				ZipOutputStream zip = new ZipOutputStream(out))
		{
			for (final Map.Entry<String, byte[]> f : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(top + f.getKey()));
				zip.write(f.getValue());
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return file;
	}
}
