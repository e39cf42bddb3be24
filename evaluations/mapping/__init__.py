"""Rule-by-rule mapping of practices, measured on independently written sentences."""
