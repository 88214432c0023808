// Chooses the ROIs to ask about.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
budget = 40;

run("Suggest Queries...", "project=[" + project + "] strategy=hierarchical budget=" + budget);
