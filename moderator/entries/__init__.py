"""The entry points of the command line: one function each, over the same core as the console."""
