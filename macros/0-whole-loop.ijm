// Finds, checks and corrects mitochondria in a sample volume, from nothing to a report.
// The first line takes the project folder from the command line: -macro 0-whole-loop.ijm /data/demo.twostream
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
size = "256,256,64";
initial_sections = 32;
model = "light";
iterations = 1000;
window = "160,160,8";
image_latent = 100;
epochs = 20;
budget = 40;
steps = 300;

run("Open Sample Project...", "project=[" + project + "] size=" + size + " initial_sections=" + initial_sections);
run("Train Base Model...", "project=[" + project + "] model=" + model + " iterations=" + iterations + " window=" + window);
run("Predict Structures...", "project=[" + project + "]");
run("Propose ROIs...", "project=[" + project + "] threshold=0.5");
run("Train Encoders...", "project=[" + project + "] image_latent=" + image_latent + " epochs=" + epochs);
run("Suggest Queries...", "project=[" + project + "] strategy=hierarchical budget=" + budget);
run("Review Queries...", "project=[" + project + "] reviewer=oracle");
run("Apply Verdicts...", "project=[" + project + "]");
run("Refine Image Encoder...", "project=[" + project + "] iterations=" + steps);
run("Fine-tune Base Model...", "project=[" + project + "] iterations=" + steps);
run("Measure Accuracy...", "project=[" + project + "]");
