"""What the user has in front of them: state, workspace, opening, settings. Without a screen: never imports Qt."""
