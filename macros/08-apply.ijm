// Spreads the answers to all ROIs.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";

run("Apply Verdicts...", "project=[" + project + "]");
