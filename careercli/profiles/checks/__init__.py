"""Checks of profiles: errors, doubtful values, and links that form cycles."""
