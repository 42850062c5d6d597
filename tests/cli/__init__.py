"""Tests of the commands and their exit codes."""
