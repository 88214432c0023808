// Compares the newest results with the truth.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";

run("Measure Accuracy...", "project=[" + project + "]");
