// Turns the newest prediction into ROIs.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";

run("Propose ROIs...", "project=[" + project + "] threshold=0.5");
