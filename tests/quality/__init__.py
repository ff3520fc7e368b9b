"""The honest measures: `python -m tests.quality` prints every figure, its floor and what is asked."""
