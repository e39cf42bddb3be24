"""Chinese text: sentences, numerals and quantities, dates, places. Pure code, shared by every room."""
