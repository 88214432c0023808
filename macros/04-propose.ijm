// Turns the newest prediction into ROIs.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
// "" is the newest prediction; a path such as /data/other.zarr takes one made elsewhere
prediction = "";

run("Propose ROIs...", "project=[" + project + "] prediction=[" + prediction + "] threshold=0.5");
