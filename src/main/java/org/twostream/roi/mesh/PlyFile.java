
package org.twostream.roi.mesh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a mesh as binary PLY 1.0, which Blender, MeshLab and trimesh open. */
public final class PlyFile {

	private PlyFile() {}

	/**
	 * Corners as float32 x, y, z in nm, triangles as three int32.
	 *
	 * @param out is not closed
	 */
	public static void write(final Mesh mesh, final OutputStream out)
		throws IOException
	{
		out.write(("ply\nformat binary_little_endian 1.0\ncomment nm\n" +
			"element vertex " + mesh.corners() +
			"\nproperty float x\nproperty float y\nproperty float z\n" +
			"element face " + mesh.size() +
			"\nproperty list uchar int vertex_indices\nend_header\n").getBytes(
				StandardCharsets.US_ASCII));
		final ByteBuffer corners = buffer(4L * mesh.points().length);
		for (final double p : mesh.points())
			corners.putFloat((float) p);
		out.write(corners.array());
		final ByteBuffer faces = buffer(13L * mesh.size());
		for (int t = 0; t < mesh.triangles().length; t++) {
			if (t % 3 == 0) faces.put((byte) 3);
			faces.putInt(mesh.triangles()[t]);
		}
		out.write(faces.array());
	}

	private static ByteBuffer buffer(final long bytes) {
		return ByteBuffer.allocate(Math.toIntExact(bytes)).order(
			ByteOrder.LITTLE_ENDIAN);
	}
}
