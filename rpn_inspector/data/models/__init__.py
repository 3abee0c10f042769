"""ONNX models: checked byte by byte, then read and run in a process of their own, where a crash is only an error.

`check` and `model_process` belong to this program; `engines` and `server` run in the other process, which imports
neither datasets nor recipes.
"""
