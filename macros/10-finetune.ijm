// Fine-tunes the base model on the answers.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
steps = 300;

run("Fine-tune Base Model...", "project=[" + project + "] iterations=" + steps);
