"""Tests of what an agency adds."""
