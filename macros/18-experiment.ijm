// Runs Table 2 of the paper again on the project's ROIs, with five seeds.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
table = "2";
seeds = 5;

run("Run Experiment...", "project=[" + project + "] table=" + table + " seeds=" + seeds + " start_accuracy=0");
