"""Tests of `bilancio publish` with real servers."""
