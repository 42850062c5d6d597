"""The tests, laid out like `src/leedshelp`."""
