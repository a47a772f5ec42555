"""Nobody reaches what is not theirs: proved by walking the schema."""
