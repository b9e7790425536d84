"""Turn comparisons and wages into what people read, once for tables, Markdown and the explorer."""
