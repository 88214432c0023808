// Runs rounds of questions and answers on a project that may have results already.
project = getArgument();
if (project == "") project = getDir("home") + "demo.twostream";
rounds = 2;
budget = 40;
steps = 300;

run("Run Active Learning...", "project=[" + project + "] reviewer=oracle rounds=" + rounds + " budget=" + budget + " refine_iterations=" + steps + " finetune_iterations=" + steps);
