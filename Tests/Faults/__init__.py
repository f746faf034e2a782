"""Calls of the system that fail."""
