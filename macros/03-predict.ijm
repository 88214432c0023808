// Predicts the whole raw volume with the newest base model.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";

run("Predict Structures...", "project=[" + project + "] overlap=0.5 tta=1");
