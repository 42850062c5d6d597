"""Tests of the check of the data."""
