"""Check profiles for errors, doubtful values, and links that form cycles."""
