"""Another program with something to drag: ``python dragger.py X Y TEXT URL...`` shows it at X, Y of the screen."""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Thing(QLabel):
    """A drag begins where it is moved with the button down, as in a file manager that moves files by default."""

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        data, (text, *urls) = QMimeData(), sys.argv[3:]
        if urls:
            data.setUrls([QUrl(url) for url in urls])
        if text:
            data.setText(text)
        drag = QDrag(self)
        drag.setMimeData(data)
        both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        print(drag.exec(both, Qt.DropAction.MoveAction).name, flush=True)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    thing = Thing("drag me")
    thing.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.X11BypassWindowManagerHint)
    thing.setGeometry(int(sys.argv[1]), int(sys.argv[2]), 120, 60)
    thing.show()
    app.processEvents()
    print("ready", flush=True)
    app.exec()
