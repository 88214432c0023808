// Compares the annotators of a project: agreement, repeats, honeypots, speed.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";

run("Compare Annotators...", "project=[" + project + "] consensus=dawid-skene");
