"""What can be held in the hand: the call sheet."""
