"""What is remembered, on SQLite or PostgreSQL. Imports no telegram and no handlers."""
