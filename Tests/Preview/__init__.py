"""Tests of `bilancio preview` with a real HTTP client and a real browser."""
