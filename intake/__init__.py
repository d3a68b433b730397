"""Reads the papers courts need before they may pay out money they hold for people."""

__version__ = "0.1.0"
