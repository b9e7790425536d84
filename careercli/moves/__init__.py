"""What a person asks after comparing: what is missing, what is near, how to get there, and own offers."""
