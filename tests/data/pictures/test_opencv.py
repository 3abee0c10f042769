"""OpenCV is imported in one place and kept quiet while it decodes what may be broken."""

import threading

from rpn_inspector.data.pictures.opencv import load, quiet


def test_the_level_of_logging_comes_back_when_the_last_thread_leaves():
    logging = load().utils.logging
    before = logging.getLogLevel()
    entered, leave = threading.Event(), threading.Event()

    def other():
        with quiet():
            entered.set()
            leave.wait(10)

    thread = threading.Thread(target=other)
    with quiet():
        thread.start()
        assert entered.wait(10)
    assert logging.getLogLevel() == logging.LOG_LEVEL_SILENT  # the other is still inside
    leave.set()
    thread.join()
    assert logging.getLogLevel() == before
