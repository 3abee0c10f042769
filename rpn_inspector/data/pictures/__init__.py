"""Picture files: found by an annotation's name, headers read, decoded safely. Knows no dataset format."""
