// Says where the native PyTorch library is; download=yes fetches it where there is none.
run("Install Engine...", "flavor=cpu download=no");
