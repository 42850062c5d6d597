"""Tests of the call sheet and of putting it on the disk."""
