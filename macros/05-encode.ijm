// Trains the encoders on the newest ROIs.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
image_latent = 100;
epochs = 20;

run("Train Encoders...", "project=[" + project + "] image_latent=" + image_latent + " epochs=" + epochs);
