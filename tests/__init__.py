"""Tests of claimcheck."""
