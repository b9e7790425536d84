"""What people read, made once for tables, Markdown and the explorer."""
