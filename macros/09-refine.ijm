// Fine-tunes the image encoder on the answers.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
steps = 300;

run("Refine Image Encoder...", "project=[" + project + "] iterations=" + steps);
