"""Instructions hidden in questions, documents and material: is any obeyed?"""
