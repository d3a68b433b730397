"""Reads the papers courts need before they may pay out money they hold for people."""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read when onnxruntime is loaded; else it looks for its maker's server

__version__ = "0.1.0"
