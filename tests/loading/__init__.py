"""Tests of reading and checking the data."""
