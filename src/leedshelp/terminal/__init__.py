"""The terminal: the streams, the dialogue, the meaning of typed words, and the signals that end a run."""
