"""What is kept and exchanged: journals, catalogue, drafts, meeting files and the writers of papers."""
