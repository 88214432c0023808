// Makes a sample project with truth.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
size = "256,256,64";
initial_sections = 32;

run("Open Sample Project...", "project=[" + project + "] size=" + size + " initial_sections=" + initial_sections + " voxel_nm=8,8,30 target=mitochondria seed=1");
