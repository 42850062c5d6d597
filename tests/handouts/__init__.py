"""Tests of `handouts`."""
