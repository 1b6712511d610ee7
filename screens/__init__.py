"""What people see: console, projector, home, and the words in each language."""
