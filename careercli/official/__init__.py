"""Official releases: what a publisher's figures mean, and where the bundled ones are found."""
