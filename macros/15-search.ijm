// Draws random networks, trains each on the project's initial labelled volume, ranks them.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
iterations = 300;
tries = 4;
window = "128,128,8";

run("Search Networks...", "project=[" + project + "] tries=" + tries + " best=2 iterations=" + iterations + " window=" + window);
