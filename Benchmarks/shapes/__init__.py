"""Contents that nobody should write and somebody can."""

from . import structures, texts

SHAPES = [*texts.SHAPES, *structures.SHAPES]
