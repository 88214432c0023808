// Fine-tunes the base model on the answers.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
steps = 300;
window = "128,128,4";

run("Fine-tune Base Model...", "project=[" + project + "] iterations=" + steps);
