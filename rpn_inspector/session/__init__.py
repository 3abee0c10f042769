"""The user's side without a screen: state, workspace, opening of files, settings. Never imports Qt."""
