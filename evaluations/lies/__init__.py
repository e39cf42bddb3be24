"""The lying model: faithful answers, named mutators that make lies of them, and the measure of the guard."""
