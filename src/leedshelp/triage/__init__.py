"""The rules: from answers and a moment to an advice, hours, deadlines, the words about a number, look-up."""
