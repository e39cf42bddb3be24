"""Bulk runs of the summary form."""
