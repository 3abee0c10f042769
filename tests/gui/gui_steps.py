"""What the tests of the window do again and again."""


def open_demo(qtbot, window):
    window.open_demo()
    qtbot.waitUntil(lambda: settled(window), timeout=20_000)


def settled(window):
    state = window.workspace.state
    return not state.busy and (state.shown is not None or state.problem is not None)
