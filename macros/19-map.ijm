// Draws every ROI as a point near those that look like it, coloured by cluster, answer and probability.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
layout = "umap";

run("Map Embeddings...", "project=[" + project + "] layout=" + layout);
