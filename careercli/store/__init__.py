"""The index: profiles as read, ready to be asked. Derived from the files; may be deleted at any time."""
