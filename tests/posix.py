"""What Windows does not have; tests that need it are skipped there, with the reason."""

import os

import pytest

posix_only = pytest.mark.skipif(
    not hasattr(os, "geteuid"), reason="Windows has no such permissions, links, pipes or signals"
)
