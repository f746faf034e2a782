"""What `generate.py` makes a content folder from."""
