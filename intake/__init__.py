"""Reads the papers courts need before they may pay out money they hold for people."""
