
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twostream.core.AtomicFile;
import org.twostream.core.Json;
import org.twostream.embed.Reconstructions;
import org.twostream.embed.VaeCurve;
import org.twostream.measure.report.Figure;
import org.twostream.measure.report.Report;
import org.twostream.measure.report.VaeFigures;

/** Pictures of how encoders learned: files beside them, parts of a report. */
final class EncoderFigures {

	/** Ending of the name of a curve in model.json. */
	static final String CURVE = "_curve";

	private EncoderFigures() {}

	/** STREAM-l1.png, STREAM-kl.png and STREAM-reconstructions.png. */
	static void write(final EncoderSet set, final String stream,
		final VaeCurve curve, final Reconstructions shown)
	{
		final String title = title(stream);
		for (final Figure figure : List.of(VaeFigures.l1(stream, title, curve),
			VaeFigures.kl(stream, title, curve), VaeFigures.reconstructions(stream,
				shown, set.architecture(stream).grey())))
			AtomicFile.write(set.folder().resolve(figure.file()), figure.png());
	}

	private static String title(final String stream) {
		return stream.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + stream
			.substring(1) + " encoder";
	}

	/** Number of the newest encoders that encode made of a ROI set. */
	static Optional<String> newest(final Project project, final String rois) {
		return project.newest(Kind.ENCODERS, s -> s.string("step").equals(
			"encode") && s.string("rois").equals(rois));
	}

	/** The same of finished encoders, where they have them. */
	static List<Report.Part> read(final Path folder) {
		final List<Report.Part> parts = new ArrayList<>();
		final Json model = Json.read(folder.resolve("model.json"));
		final String id = folder.getFileName().toString();
		for (final String stream : List.of(EncoderSet.MASK, EncoderSet.IMAGE)) {
			if (!model.has(stream + CURVE)) continue;
			final VaeCurve curve = VaeCurve.fromJson(model.objects(stream + CURVE));
			final String name = "encoders-" + id + "-" + stream;
			final String title = title(stream) + " " + id;
			parts.add(VaeFigures.l1(name, title, curve));
			parts.add(VaeFigures.kl(name, title, curve));
			final Path picture = folder.resolve(stream + "-reconstructions.png");
			if (Files.exists(picture)) parts.add(Figure.read(picture, name +
				"-reconstructions", title +
					": patches, and what is decoded from their embeddings."));
		}
		return parts;
	}
}
