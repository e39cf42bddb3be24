"""One thin Typer command per file; cli.py registers them."""
