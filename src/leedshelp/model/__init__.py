"""What leedshelp knows: records only."""
