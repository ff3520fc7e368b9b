"""Hypothesis: few examples by default, 2,000 under CI=true or --hypothesis-profile=ci; never random."""

import os

from hypothesis import settings

settings.register_profile("fast", max_examples=200, derandomize=True, deadline=None, database=None)
settings.register_profile("ci", max_examples=2000, derandomize=True, deadline=None, database=None)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "fast")
