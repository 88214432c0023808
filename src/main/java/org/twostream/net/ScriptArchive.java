
package org.twostream.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript module without parameters from its source text: a stored zip of
 * four entries, the form that {@code torch.jit.save} writes. Weights are passed
 * as arguments, so that one module serves every set of them.
 */
final class ScriptArchive {

	// Pickle protocol 2 of an object __torch__.Ops with {'training': False}.
	private static final String OBJECT =
		"\u0080\u0002c__torch__\nOps\nq\u0000)\u0081}(X\u0008\u0000\u0000\u0000trainingq\u0001\u0089ub.";
	private static final String NO_CONSTANTS = "\u0080\u0002).";
	private static final String HEAD =
		"class Ops(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n";

	private ScriptArchive() {}

	/**
	 * @param methods indented by two spaces; {@code self} has type
	 *          {@code __torch__.Ops}
	 */
	static byte[] of(final String methods) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			store(zip, "data.pkl", OBJECT.getBytes(StandardCharsets.ISO_8859_1));
			store(zip, "code/__torch__.py", (HEAD + methods).getBytes(
				StandardCharsets.UTF_8));
			store(zip, "constants.pkl", NO_CONSTANTS.getBytes(
				StandardCharsets.ISO_8859_1));
			store(zip, "version", "3\n".getBytes(StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	private static void store(final ZipOutputStream zip, final String name,
		final byte[] content) throws IOException
	{
		final ZipEntry entry = new ZipEntry("ops/" + name);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(content.length);
		final CRC32 crc = new CRC32();
		crc.update(content);
		entry.setCrc(crc.getValue());
		zip.putNextEntry(entry);
		zip.write(content);
		zip.closeEntry();
	}
}
