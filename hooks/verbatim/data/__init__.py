"""What is published as files for other programs: JSON and CSV."""
