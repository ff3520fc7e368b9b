"""Time measured against blank spaCy in the same run: `python -m tests.benchmarks`."""
