"""Tests of `safety`."""
