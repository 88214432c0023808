// Says what device really runs.
run("Check Engine...", "device=auto");
