"""Tests of the way from answers to an advice, and of look-up."""
