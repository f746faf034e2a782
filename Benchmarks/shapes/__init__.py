"""Contents that nobody should write and somebody can."""

from . import texts

SHAPES = [*texts.SHAPES]
