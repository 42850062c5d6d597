"""Tests of the streams, the dialogue, and what typed words mean."""
