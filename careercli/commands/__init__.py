"""One file a command: declare, load, ask, write."""
