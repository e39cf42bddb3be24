"""Broken endpoints: every fault kind through the whole assistant."""
