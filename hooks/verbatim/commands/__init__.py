"""The commands: each in a module of its name, whose ``run`` does it and gives its exit code."""
