"""What a received file says: its text, whatever its format, with turns, people, sections and sentences; nothing is written."""
