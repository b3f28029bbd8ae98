"""What is printed for an event: name badges and lists to sign."""
