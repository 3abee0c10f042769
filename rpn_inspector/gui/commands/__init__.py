"""The user's commands: registry, menus, keys, palette, and the work behind each command. Knows no panel."""
