"""Handouts, which people hold in the hand: the call sheet."""
