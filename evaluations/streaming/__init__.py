"""How soon a verified sentence reaches the reader after the model has written its end."""
