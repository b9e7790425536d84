"""The explorer: a face of the same views that the command line prints."""
