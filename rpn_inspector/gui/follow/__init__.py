"""Following a training that runs: the newest step slides in, what is selected stays."""
