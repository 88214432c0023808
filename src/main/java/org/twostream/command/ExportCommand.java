
package org.twostream.command;

import java.awt.GraphicsEnvironment;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.ExportOptions;
import org.twostream.loop.StepResult;

import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.plugin.frame.RoiManager;

/** Writes verdicts and answers as other programs read them. */
@Plugin(type = Command.class, name = "export", headless = true,
	menuPath = "Plugins>TwoStream>Export Verdicts...",
	description = "Writes verdicts and answers as other programs read them; " +
		"shows Results and ROI Manager where there is a screen.", attrs = { @Attr(
			name = Step.READS, value = "verdicts, rois/NNN, decisions/NNN"), @Attr(
				name = Step.WRITES, value = "export/NNN"), @Attr(name = Step.PARENT,
					value = "newest rois and their newest decisions") })
public final class ExportCommand extends ThreadedCommand {

	@Parameter(label = "Format", required = false, persist = false, choices = {
		"tsv", "results", "roi-manager", "mobie", "neuroglancer", "meshes",
		"ome-zarr" },
		description = "tsv: all events of the journals and the answers; results: " +
			"ImageJ's Results table; roi-manager: outlines in each ROI's best section; " +
			"mobie: the default table of labels.zarr; neuroglancer: a state with boxes; " +
			"meshes: the surface of each ROI as PLY; ome-zarr: the labels in several resolutions. " +
			"Default: tsv.")
	private String format = "tsv";

	@Parameter(label = "ROI set", required = false, persist = false,
		description = "Number of the ROI set, such as 1 or 001. Default: the newest " +
			"finished one.")
	private String rois = "";

	@Parameter(label = "Include", required = false, persist = false, choices = {
		"answered", "all" },
		description = "Which ROIs: answered or all; mobie and ome-zarr always have all. " +
			"Default: answered.")
	private String include = "answered";

	@Parameter(label = "Filter", required = false, persist = false,
		description = "Only ROIs that fulfil this: comparisons (>=, <=, >, <, =, !=) of columns of " +
			"rois.tsv, separated by commas, such as voxels>=500,touches_border=no; " +
			"not of mobie and ome-zarr. Default: none, all that include names.")
	private String filter = "";

	@Parameter(label = "Until (UTC)", required = false, persist = false,
		description = "Only what was recorded by this time counts, such as " +
			"2026-03-04T05:06:07Z. Default: now.")
	private String until = "";

	@Parameter(label = "Limit (ROIs)", required = false, persist = false,
		min = "1",
		description = "Most ROIs for the ROI Manager, which is slow with more, 1 or " +
			"more. Default: 5000.")
	private int limit = 5000;

	@Parameter(label = "Mesh error (nm)", required = false, persist = false,
		min = "0",
		description = "How far surfaces of meshes may be off when they are thinned out, " +
			"nm, 0 or more. Default: 0, half of a voxel's longest edge.")
	private double mesh_error_nm = 0;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.export(new ExportOptions(format, rois.trim(), include, filter
			.trim(), until.trim(), limit, mesh_error_nm, compute()));
	}

	@Override
	protected void show(final StepResult finished) {
		final String file = finished.summary().get("file");
		if (format.equals("results")) {
			final ResultsTable table = ResultsTable.open2(file);
			if (GraphicsEnvironment.isHeadless()) Analyzer.setResultsTable(table);
			else table.show("Results");
		}
		if (format.equals("roi-manager") && !GraphicsEnvironment.isHeadless())
			RoiManager.getRoiManager().runCommand("Open", file);
	}
}
