"""What the generator costs, measured on whole processes."""
