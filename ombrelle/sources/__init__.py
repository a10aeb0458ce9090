"""Files as people write them: text, YAML with positions, front matter. Knows nothing of kinds of content."""
