"""What the user can command: registry, menus, keys, palette, and the commands themselves. Knows no panel."""
