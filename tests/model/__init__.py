"""Tests of what leedshelp knows."""
