"""Finished sites, seen in a browser."""
