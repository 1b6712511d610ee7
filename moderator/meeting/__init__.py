"""The meeting: its events, commands, rules and what each paper and display says of it."""
