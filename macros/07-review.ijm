// Answers the newest queries from the truth.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";

run("Review Queries...", "project=[" + project + "] reviewer=oracle");
