"""The screens of the explorer, one a file."""
