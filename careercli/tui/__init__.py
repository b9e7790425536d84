"""The explorer: full-screen views of the same data that the commands print."""
