// Writes the answers of a project as an ImageJ Results table.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";

run("Export Verdicts...", "project=[" + project + "] format=results include=all");
