"""Tests of `triage`."""
