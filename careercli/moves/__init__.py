"""Say what is missing between two roles, what is near, and how to get there."""
