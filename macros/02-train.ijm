// Trains a base model on the project's initial labelled volume.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
model = "light";
iterations = 1000;
window = "160,160,8";

run("Train Base Model...", "project=[" + project + "] model=" + model + " iterations=" + iterations + " window=" + window);
