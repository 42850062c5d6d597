"""Answers and a moment to an advice; hours, deadlines, what is said of a number; look-up."""
