"""Faulty files as tired people write them, and how many of their faults are told where they are."""
